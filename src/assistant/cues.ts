/**
 * The words that say what is asked, and how. All patterns run over plain text: folded, without punctuation and
 * possessives, one space between words.
 */
import type { Body, Position, Rating, Trend } from '../assessment/schema.js';
import { terms } from '../index/language.js';

export const ASKS = {
  source:
    /\b(?:sources?|sourced|cit(?:e[sd]?|ing|ations?)|footnotes?|references?|bibliography|links?|urls?|who (?:says?|said|claims?|claimed|wrote|writes|calls?|reports|reported|published|ranks?(?! (?:below|above|behind|ahead|under|over|last|first|lower|higher|worse|better)\b)|found|documented)|according to (?:whom|who|which|what)|where (?:do|does|did|is|was|can|could|would|should) .*\b(?:come from|comes from|from|read|find|look up|get this|taken)|what (?:did|has|have|does) .* (?:publish(?:ed)?|written?|wrote)$|proof|(?:what|which|who) .*\bbacks|backed up by|based on (?:what|which)|which (?:[\w@%]+ )?(?:article|newspaper|paper|outlet|magazine|study|document|ngo|page|website|publication|organi[sz]ation|media)|what (?:article|newspaper|outlet|study|document|publication)|look up|which pages?|what pages?|page numbers?)\b/,
  rating:
    /\b(?:rated|ratings?|grad(?:e[sd]?|ing)|scor(?:e[sd]?|ing)|marks?|marked|how (?:well|badly|poorly|good|bad|strong|weak) (?:does|is|do|are|did|has)|(?:what|which) (?:level|category|mark)|level|assessed as|does .* rate|did .* rate|(?:how|is) .* rate$|rate (?:of )?(?:the )?%|^rate|performance on|doing on|verdict on|fares?|evaluat(?:ed|ion))(?!\w)/,
  trend:
    /\b(?:trends?|trending|direction of travel|which (?:way|direction)|heading|improv(?:e[sd]?|ing|ements?)|worse|worsen(?:ed|ing)?|(?:get|gets|got|getting|gotten|become|do|does|did|doing) better|deteriorat(?:e[sd]?|ing|ion)|budg(?:e[sd]?|ing)|shift(?:s|ed|ing)?|chang(?:e[sd]?|ing) (?:since|from|compared|over|against|versus|vs)|what (?:has )?changed|any changes?|(?:anything|something|much) chang\w+|on the way (?:up|down)|moved?|movement|(?:going|gone|went|go|goes) (?:up|down)|up (?:or )?(?:down|flat)|unchanged|stayed|stable|declin(?:e[sd]?|ing)|dropp?(?:ed|s)?|fell|fall(?:s|en|ing)?|slipp(?:ed|ing)|rose|risen|decreas(?:e[sd]?|ing)|increas(?:e[sd]?|ing)|backslid(?:ing|e)?|downgraded|upgraded|better or worse|(?:than|since|versus|vs|against|from|with|to) (?:2022|last year|the year before|the previous (?:year|edition|report|assessment)|the last (?:edition|report|assessment))|year (?:on|over|to) year)\b/,
  vote: /\b(?:vot(?:e[sd]?|ing|ers?)|resolutions?|abstain(?:s|ed|ing)?|abstentions?|ballots?|cast|by consensus|vetoed|renewals?|renewed|(?:un|unga|unsc|hrc) (?:texts?|drafts?)|texts|texts? on|vote lists?|(?:for or|yes or no|or) against|say (?:yes|no)|said (?:yes|no)|raise(?:d)? (?:its|their) hand|outcomes?)\b/,
  treaty:
    /\b(?:ratif(?:y|ies|ied|ying|ication)|sign(?:s|ed|ing)?|signator(?:y|ies)|acced(?:e[sd]?|ing)|accession|treat(?:y|ies)|conventions?|covenants?|protocols?|statutes?|statue|state party|a party to|parties to|member of the (?:icc|international criminal court)|instruments?)\b/,
  overdue:
    /\b(?:overdue|late|(?:is|are|was|were|been|fall(?:s|ing|en)?|fell|lag(?:s|ging)?|far|years?|how) behind|behind (?:on|with|in|schedule)|outstanding|(?:still )?waiting for|owes?|missed|not (?:submitted|filed|handed in)|due|pending|delayed?)\b/,
  count: /\b(?:how many|how often|number of|count|how many times|total|in total|times)\b/,
  list: /\b(?:which|what|list|all|every|everything|name|show|give me|any|where)\b/,
  compare:
    /\b(?:vs|versus|than|compar(?:e[sd]?|ing|ison)|difference|higher|lower|better|worse|weaker|stronger|beats?|ahead|the same|same (?:ratings?|grades?|scores?|levels?|marks?))\b/,
  why: /\b(?:why|how come|(?:for )?(?:what|which) reasons?|reasons? (?:for|why|behind)|(?:the|a|any|what) reasons? (?:that|given|of)|what(?:s| is)? (?:stop\w*|keep\w*|prevent\w*|hold\w*) (?:%|it|them|they)|what(?:s| is)? (?:stop\w*|prevent\w*)|whats the reason|motives?|motivat\w+|explanations?|what made|what explains|because of what|rationale|explain why|reasoning)\b/,
  figure:
    /\b(?:how many|how much|number of|numbers?|percent(?:age)?s?|figures?|statistics?|stats|exact(?:ly)?|how big|how large|how long|how old|how far|death toll|toll|amount|budget|cost|costs|dollars|usd|yuan|rate|rates|rank|ranks|ranked|ranking|population|quota number|share of|proportion)\b/,
} satisfies Record<string, RegExp>;
export type Ask = keyof typeof ASKS;

/** Works, which are asked for by their kind; whether something is so may be asked of a paper, and is no call for it. */
export const WORKS =
  /\b(?:articles?(?! \d)|(?:two|three|both|these|those|which|what|whose|the) (?:\w+ )?(?:papers?|piece|pieces|stud(?:y|ies)|essays?)|documentar(?:y|ies)|podcasts?|tv programme|op ed|(?<!on the )books?)\b/;
/** Whether something is so, and not which. */
export const YES_OR_NO =
  /^(?:so |and |but |wait |ok |really )*(?:did|does|do|has|have|had|(?:is|was|are|were)(?! there)|didnt|why|how come|since|because)\b/;

/** What is asked as not so. */
export const NEGATED =
  /\b(?:not|never|no|yet|refus\w+|hasnt|havent|unratified|unsigned|didnt|isnt|arent|wont|doesnt|dont|cant|without|lacks?|reluctant|resist\w*|oppos\w+|object(?:s|ed|ing)?|against|reject\w*|den(?:y|ies|ied|ying)|declin(?:e|es|ed|ing) to|hold\w* (?:out|off)|fail\w*)\b/;

/** Sayings for a whole assessment, its score or its index. */
export const OVERALL =
  /\b(?:overall|in total|in general|as a whole|aggregate|total score|final (?:score|grade|rating)|general (?:score|grade|rating))\b/;
export const INDEX =
  /(?<!\b(?:freedom|press|democracy|peace|corruption|development) )\bindex\b(?! of (?:press|democracy|peace|corruption))/;
export const EXTREME = {
  worst: /\b(?:weakest|worst|lowest|poorest|least)\b/,
  best: /\b(?:strongest|best|highest|top)\b/,
} satisfies Record<string, RegExp>;

export const RATINGS: readonly (readonly [Rating, RegExp])[] = [
  ['very-weak', /\b(?:very|v) weak\b/],
  ['very-strong', /\b(?:very|v) strong\b/],
  ['weak', /\bweak\b/],
  ['strong', /\bstrong\b/],
  ['fair', /\bfair\b/],
];

export const TRENDS: readonly (readonly [Trend, RegExp])[] = [
  [
    'decrease',
    /\b(?:worse|worsen(?:ed|ing)?|deteriorat\w*|declin\w*|decreas\w*|dropp?(?:ed|s)?|fell|fallen|(?:going|gone|went|go|goes|moved|on the way) down(?:hill)?|up or down|backslid\w*|downgraded|slipp\w+|lost ground|falls?|falling|negative)\b/,
  ],
  [
    'increase',
    /\b(?:improv\w*|better|increas\w*|rose|risen|(?:going|gone|went|go|goes|moved|on the way) up|up or down|upgraded|gained)\b/,
  ],
  [
    'unchanged',
    /\b(?:unchanged|stayed the same|same as|stable|steady|static|no (?:change|movement|shift)|(?:not|never|didnt|hasnt|havent|without) (?:\w+ )?(?:chang\w+|mov\w+|budg\w+|shift\w*)|stagnant|flat)\b/,
  ],
];

export const BODIES: readonly (readonly [Body, RegExp])[] = [
  [
    'security-council',
    /\b(?:vetoed|veto(?:es)?(?= (?:\w+ ){0,3}resolutions?\b)|security council|unsc|un sc|the sc|sc|council(?= (?:\w+ ){0,3}(?:the )?(?:general )?assembly)|new york (?:\w+ ){0,2}council)\b/,
  ],
  ['general-assembly', /\b(?:general assembly|unga|un ga|the ga|ga|assembly)\b/],
  ['human-rights-council', /\b(?:human rights council|unhrc|hrc|un hrc|rights council|geneva)\b/],
];

export const POSITIONS: readonly (readonly [Position, RegExp])[] = [
  [
    'without-vote',
    /\b(?:consensus|without (?:a |any )?vot(?:e|ing)|no vote (?:was )?(?:taken|held|cast)|unrecorded|no position|nobody voted|not voted on)\b/,
  ],
  [
    'abstained',
    /\b(?:abstain(?:s|ed|ing)?|abstentions?|sat out|sit out|sitting out|stay(?:ed)? neutral|did not take sides|on the fence)\b/,
  ],
  [
    'no',
    /\b(?:against|oppos(?:e[sd]?|ing)|reject(?:s|ed|ing)?|vot(?:e[sd]?|ing) (?:it |them )?(?:no|down)|(?:say|says|said|saying) no|no votes?|nays?|negative votes?|vetoed|turn(?:ed)? down|(?:a|its) no|no (?=(?:in|at|on) the\b)|no$)\b/,
  ],
  [
    'yes',
    /\b(?:in favou?r|yes|support(?:s|ed|ing)?|back(?:s|ed|ing)?|approv(?:e[sd]?|ing)|vot(?:e[sd]?|ing) for|agree(?:d|s)?|endors(?:e[sd]?|ing)|affirmative|yeas?|ayes?|positive votes?|went along)\b/,
  ],
];

/** What is written around a question and does not say what it is about; terms of it count for little. */
export const FURNITURE = `
  rated rating ratings rate grade graded grades grading score scored scores scoring mark marks level levels category
  trend trends trending improve improved improvement worse worsen worsened change changed changes moved move movement since compared versus
  vs than lower higher better up down going gone stay stayed
  vote votes voted voting resolution resolutions position positions stance text texts list lists listed
  source sources sourced cite cites cited citing citation citations footnote footnotes reference references link links url urls
  claim claims claimed page pages paper article document documents evidence proof backs note notes
  indicator indicators assessment report reports reported reporting assess assessed section edition update updated
  how many much often number numbers count total times exact exactly figure figures percent percentage
  status current currently latest now today still yet already actually basically
  year years previous last
  describe described description explain explained summary summarise summarize overview details detail info information
  happen happens happened happening situation deal deals dealing handle handles handling cover covers covered
  concern concerns issue issues matter matters point points question answer according people guys folks
  big small good bad great real main kind sort type part way ways case cases example examples
  mean means meant stand stands want wants wanted need needs try tries trying use used uses using
  come comes came goes went put puts get gets got getting take takes took taken make makes made making
  believe heard hear curious wonder wondering remember prof teacher friend essay seminar homework
  read reading written write wrote exist exists
  when will would could might may can cannot one new two first second third last next time times day days ago soon ever still
  own itself themselves himself every each any some someone somebody anyone anybody everyone everybody thing stuff
  back even part end home later early earlier around within inside outside near far away together alone along among
  set put run began begin start started call called calls name named names known knows know
  although however therefore indeed due less more most mostly mainly primarily especially particularly specifically
  likely possible possibly probably maybe perhaps actual fully full heavily strongly significantly widely quickly rarely rare
  become becomes became remain remains keep keeps kept continue continues continued ongoing having had being been
  look looks looked looking seem seems seen see sees saw feel feels felt thought think tell tells told talk talked
  turn turned turns follow following include includes included including provide provided bring brought bringing
  give gives gave given giving hold holds held find finds found show shows showed shown meet meets let lets
  really truly simply just only also too very quite rather pretty again instead else either neither nor
  whole bit lot lots few many several numerous various certain specific particular general common typical usual
  high low large little long short top fair strong weak
  year month week recently present future past
  try tried attempt able allow allows allowed happen stand stands treat treated
  work works worked working live lives living place places area areas side sides role hand face faces facing
  idea reason reasons result results effect effective response approach step steps action actions
  like likes say says said speak speaks spoken mention mentioned mentions refer refers state stated
  regarding concerning about whose whom whatever whenever wherever whichever whoever
  person man men guy anyway besides exactly simple quick word words line lines please
  weakest worst lowest poorest strongest best highest
  unchanged stable stagnant flat decline declined declining decrease decreased increase increased drop dropped fell fallen rose risen upgraded downgraded
  verdict flunk flunked fail failed fails failing pass passes passed ace aced bet guess compare compared comparison single added altogether
  combined sum precise precisely received receive file title autumn spring summer winter attempt attempted chapter pillar pillars
  problem problems toward towards rule rules hit part parts condition conditions official officially agree agrees agreed
  so not until across off out over under whole everything nothing plain authors author topics topic
  thx pls plz tho tbh imo btw lol asap fyi rn atm idk afaik ngl smh irl cuz cos coz deadline mods mod thanks
  true false correct sure
  ppl u ur im ive dont doesnt didnt isnt wasnt arent wont cant couldnt gonna wanna gotta kinda sorta yeah yep nope
`;

/** Said of votes at large, and not a topic of any, as terms. */
export const AT_LARGE: ReadonlySet<string> = new Set([
  'unit nation',
  'human right',
  'respons protect',
  ...terms(`
    vote resolution r2p atrocity crimes right record usual most tend pattern generally historically overall summary differ
    more often side state country international government recent refer relate topic subject assess text council member
    permanent p5 diplomat delegation ambassador please adopted pass without consensus possibly yes no against abstain favour
    oppose support reject positive negative say said cast since last year ever never always sometimes split breakdown tally
    hand time date month day body organ chamber forum block data site list where look table single ballot draft name agenda
    session meet occasion apart outside except exclude beside outcome go one
  `),
]);

/** What nothing about the world is asked with, the whole text of it. */
export const CHAT =
  /^(?:(?:hi|hey|hello|yo|sup|hiya|howdy|greetings|good (?:morning|evening|afternoon|night|bot|job)|bad bot|thanks?(?: you)?(?: so much| a lot)?|thx|ty|cheers|bye|goodbye|see you|lol|lmao|haha+|rofl|ok|okay|k|cool|nice|wow|yes|no|nope|nah|yeah|yep|useful|interesting|great|perfect|helpful|appreciate it|(?:that|this) (?:helped|helps)(?: a lot)?|true|false|really|sure|test|testing|ping|pong|help|bruh|omg|wtf|hmm+|um+|please|sorry|congrats|happy birthday|merry christmas|love you|i love you|footnote|bot|there|everyone|all|friend|mate|dude|man|again|very much|you|the) ?)+$/;

/** What is asked of the bot and not of the assessment. */
export const ABOUT_BOT =
  /\b(?:(?:can|could) you help(?: me)?$|what can you do|what do you do|how (?:do|can) i use (?:this|you|it)|how do you work|how does this (?:bot )?work|how are you|how (?:is|was) your|hows it going|whats up|who (?:are|made|created|built) you|what are you|are you (?:a |an )?(?:bot|ai|human|real|chatgpt|gpt|robot|sentient|alive|there|ok|okay|single|conscious|able|biased|paid|funded)|your (?:name|favou?rite|age|birthday|creator|mother|mum|dog|girlfriend|boyfriend|day|mood|feelings)|tell me (?:a|another) (?:joke|story|poem)|(?:a|another) joke|sing (?:me )?(?:a )?song|what time is it|whats the (?:time|weather|date)|what day is (?:it|today)|(?:do|can|will|would) you (?:love|like|hate|marry|feel|dream|sleep|eat|dance|sing|know me|remember me|speak|have feelings)|who (?:is|will be) (?:the )?winn(?:er|ing)|recommend (?:me )?(?:a|some)|make me (?:a )?(?:sandwich|laugh)|knock knock|remind me|set (?:a|an) (?:alarm|reminder|timer)|play (?:me )?(?:a |some )?(?:song|music)|i (?:am|m|feel) (?:bored|sad|tired|hungry|lonely))\b/;

/** What is to make the bot something else than it is, or have it write what is not in the data. */
export const INSTRUCTION =
  /\b(?:ignor(?:e|ing) (?:all |any |the |your |every |my |these |those |previous |prior |above |earlier )*(?:instructions?|rules?|prompts?|data|sources?|report|guidelines|footnotes?|constraints?|restrictions?|programming|what)|disregard|(?:forget|override|bypass) (?:all|any|the|your|every|previous|prior|everything|what)|system prompts?|your (?:prompt|instructions|rules|programming|system message)|pretend|act as|role ?play|you are now|you re now|youre now|from now on|jailbreak|developer mode|dev mode|dan mode|sudo|admin mode|god mode|repeat after me|(?:just )?(?:say|print|output|reply|respond|answer) (?:only |exactly |just |with )+|(?:^|then |just |and |please )(?:say|state|confirm|claim|write) (?:that|% is)|write (?:me |us )?(?:a |an |some )?(?:poem|song|essay|story|code|script|haiku|rap|speech|letter|tweet|python|program|article|paragraph)|translate|new instructions?|hypothetically|make (?:it|something|one|things|stuff) up|make up (?:a|an|some|something)|invent (?:a|an|some)|drop table|eval|rm rf|reveal your|show (?:me )?your (?:prompt|token|instructions|code|config)|(?:bot|api|discord) tokens?|api keys?|passwords?|ping everyone|mention everyone)\b/;

/** What calls for a judgement of the bot's own, or for a forecast. */
export const OPINION =
  /\b(?:(?:do|did|would|dont) (?:you|u|ya) (?:(?:personally|honestly|really|truly|actually|ever|even) )*(?:find that|think|believe|agree|support|consider|reckon|say|feel|trust|prefer|want)|(?:what|whats|hows) (?:is |are )?(?:your|ur|yr) (?:opinion|view|take|thoughts?|stance|position)|your (?:opinion|view|take|thoughts?|honest|personal)|in your (?:opinion|view)|thoughts on|what do you (?:think|make)|what (?:would|will) you|should (?:the |we |i |%|@|they|countries|states|people|everyone|one|other)|shouldnt|ought to|is it (?:right|wrong|ok|okay|fair|moral|ethical|justified|good|bad) (?:that|to|for|of)|(?:is|are) (?:the )?(?:%|they|party|government|regime) (?:really |truly |actually |just |so |the )*(?:good(?! at)|bad(?! at)|right|wrong|a good|a bad|the bad|terrorists?|guilty)|(?:is|are) (?:the )?[%@\w]+(?: \w+)? (?:really |truly |actually |just |so |the )*(?:evil|a monster|monsters|villains?|nazis?|fascists?|propaganda|biased|trustworthy|lying|liars|to blame)|who is (?:right|wrong|to blame|the (?:good|bad) guys?)|(?:worse|better|more evil|as bad) (?:than|as) (?:hitler|nazi|stalin|mao|putin|trump|biden|modi|assad|the @|@|the west)|will (?:%|@|they|there|it|war|the \w+|\w+) (?:\w+ )?(?:invade|attack|collapse|win|lose|overtake|fall|rule|change|be (?:over|war|a)|become|happen)\b|is (?:%|@|the \w+) going to|how (?:can|could|might|would) (?:%|they|it|we|one) (?:improve|fix|change|solve|get better|do better)|(?:a|an) (?:good|bad|great|terrible|evil|nice) (?:person|man|guy|leader|president|country|people|thing|idea)|predict|prediction|going to (?:invade|collapse|happen|win)|(?:deserves?|deserved)|boycott|sanction them|which side (?:are you|is right|should|do you)|who do you|are you (?:pro|anti|for|against))(?!\w)/;
