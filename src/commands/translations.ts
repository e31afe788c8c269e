/**
 * What commands, their options and choices are called in the languages of Discord's clients. Answers are in English, as the
 * data is: only what Discord itself shows before an answer is translated.
 */

/** Names by `command` or `command.option` (`private` and `assessment` belong to all), choices by their English names. */
interface Translation {
  /** For each: its name, and what it is for; in the menu of a message a command has a name only. */
  texts: Readonly<Record<string, readonly [name: string, description: string]>>;
  choices: Readonly<Record<string, string>>;
  /** Behind the description of `private`: what holds where it is not given. */
  unless: { yes: string; no: string };
}

const FRENCH: Translation = {
  texts: {
    ask: [
      'demander',
      'Posez votre question en anglais ; la réponse vient de l’évaluation, et de rien d’autre',
    ],
    'ask.question': ['question', 'Votre question, comme vous l’écririez dans une discussion'],
    indicator: ['indicateur', 'Note, tendance et constats d’un indicateur, avec leurs sources'],
    'indicator.name': ['nom', 'Numéro, nom ou mot en anglais : 15, education, press freedom'],
    ratings: [
      'notes',
      'Toutes les notes par domaine, avec leur décompte ; à filtrer par domaine, note ou tendance',
    ],
    'ratings.area': ['domaine', 'Un des domaines thématiques'],
    'ratings.rating': ['note', 'Seulement les indicateurs qui ont cette note'],
    'ratings.trend': ['tendance', 'Seulement les indicateurs qui ont cette tendance'],
    trends: ['tendances', 'Ce qui a changé depuis l’édition précédente, et l’indice'],
    votes: ['votes', 'Un vote à l’ONU en détail, ou la liste par organe, année, position ou sujet'],
    'votes.resolution': [
      'résolution',
      'Une cote, écrite comme vous voulez : A/RES/77/230, S/RES/2666, HRC 51/28, 2666',
    ],
    'votes.body': ['organe', 'L’organe de l’ONU'],
    'votes.year': ['année', 'L’année du vote'],
    'votes.position': ['position', 'Comment l’État a voté'],
    'votes.topic': ['sujet', 'Un pays ou un thème, en anglais : Syria, North Korea, terrorism'],
    treaty: ['traité', 'Le statut d’un traité, ce qui en dépend et ses sources ; sans nom, tous les traités'],
    'treaty.name': ['nom', 'Nom ou sigle en anglais : ICCPR, Rome Statute, Arms Trade Treaty'],
    cite: ['citer', 'Une note de bas de page, plusieurs ou toutes, à coller ou en fichier'],
    'cite.footnote': ['note', 'Numéro, liste (5, 9-11), all, auteur ou titre ; ou indicator 15, S/RES/2677'],
    'cite.style': ['style', 'La forme de la citation'],
    search: [
      'chercher',
      'Cherche dans les indicateurs, votes, citations et traités ; chaque résultat avec sa source',
    ],
    'search.query': ['recherche', 'Quelques mots en anglais, une cote ou un auteur'],
    'search.in': ['dans', 'Où chercher'],
    'Find sources': ['Trouver des sources', ''],
    about: [
      'à-propos',
      'Ce qui est chargé, qui évalue, comment lire, confidentialité, version, autres commandes',
    ],
    private: ['privé', 'Vous seul voyez la réponse'],
    assessment: ['évaluation', 'Quelle évaluation ; la plus récente si rien n’est choisi'],
  },
  choices: {
    'Very Weak': 'Très faible (Very Weak)',
    Weak: 'Faible (Weak)',
    Fair: 'Moyen (Fair)',
    Strong: 'Fort (Strong)',
    'Very Strong': 'Très fort (Very Strong)',
    Unchanged: 'Inchangé (Unchanged)',
    Decrease: 'Baisse (Decrease)',
    Increase: 'Hausse (Increase)',
    'Security Council': 'Conseil de sécurité',
    'General Assembly': 'Assemblée générale',
    'Human Rights Council': 'Conseil des droits de l’homme',
    Yes: 'Pour',
    'No (against)': 'Contre',
    Abstained: 'Abstention',
    'Adopted without a vote': 'Adopté sans vote',
    'As in the report': 'Comme dans le rapport',
    'BibTeX file': 'Fichier BibTeX',
    'RIS file': 'Fichier RIS',
    'CSL-JSON file': 'Fichier CSL-JSON',
    Indicators: 'Indicateurs',
    Votes: 'Votes',
    Citations: 'Citations',
    Treaties: 'Traités',
    Overview: 'Aperçu',
  },
  unless: { yes: 'oui, sauf si false', no: 'non, sauf si true' },
};

const SPANISH: Translation = {
  texts: {
    ask: ['preguntar', 'Haga su pregunta en inglés; la respuesta sale solo de la evaluación'],
    'ask.question': ['pregunta', 'Su pregunta, como la escribiría en una conversación'],
    indicator: ['indicador', 'Calificación, tendencia y observaciones de un indicador, con sus fuentes'],
    'indicator.name': ['nombre', 'Número, nombre o palabra en inglés: 15, education, press freedom'],
    ratings: [
      'calificaciones',
      'Todas las calificaciones por área, con su recuento; filtre por área, calificación o tendencia',
    ],
    'ratings.area': ['área', 'Una de las áreas temáticas'],
    'ratings.rating': ['calificación', 'Solo los indicadores con esta calificación'],
    'ratings.trend': ['tendencia', 'Solo los indicadores con esta tendencia'],
    trends: ['tendencias', 'Qué ha cambiado respecto a la edición anterior, y el índice'],
    votes: ['votaciones', 'Una votación en la ONU al completo, o la lista por órgano, año, posición o tema'],
    'votes.resolution': [
      'resolución',
      'Una signatura, escrita como quiera: A/RES/77/230, S/RES/2666, HRC 51/28, 2666',
    ],
    'votes.body': ['órgano', 'El órgano de la ONU'],
    'votes.year': ['año', 'El año de la votación'],
    'votes.position': ['posición', 'Cómo votó el Estado'],
    'votes.topic': ['tema', 'Un país o un tema, en inglés: Syria, North Korea, terrorism'],
    treaty: ['tratado', 'La situación de un tratado, lo que depende de él y sus fuentes; sin nombre, todos'],
    'treaty.name': ['nombre', 'Nombre o sigla en inglés: ICCPR, Rome Statute, Arms Trade Treaty'],
    cite: ['citar', 'Una nota al pie, varias o todas, para pegar o como archivo'],
    'cite.footnote': ['nota', 'Número, lista (5, 9-11), all, autor o título; o indicator 15, S/RES/2677'],
    'cite.style': ['estilo', 'La forma de la cita'],
    search: ['buscar', 'Busca en indicadores, votaciones, citas y tratados; cada resultado con su fuente'],
    'search.query': ['búsqueda', 'Unas palabras en inglés, una signatura o un autor'],
    'search.in': ['en', 'Dónde buscar'],
    'Find sources': ['Encontrar fuentes', ''],
    about: ['acerca-de', 'Qué está cargado, quién evalúa, cómo leerlo, privacidad, versión, otros comandos'],
    private: ['privado', 'Solo usted ve la respuesta'],
    assessment: ['evaluación', 'Qué evaluación; la más reciente si no se elige ninguna'],
  },
  choices: {
    'Very Weak': 'Muy débil (Very Weak)',
    Weak: 'Débil (Weak)',
    Fair: 'Regular (Fair)',
    Strong: 'Fuerte (Strong)',
    'Very Strong': 'Muy fuerte (Very Strong)',
    Unchanged: 'Sin cambios (Unchanged)',
    Decrease: 'Descenso (Decrease)',
    Increase: 'Aumento (Increase)',
    'Security Council': 'Consejo de Seguridad',
    'General Assembly': 'Asamblea General',
    'Human Rights Council': 'Consejo de Derechos Humanos',
    Yes: 'A favor',
    'No (against)': 'En contra',
    Abstained: 'Abstención',
    'Adopted without a vote': 'Aprobado sin votación',
    'As in the report': 'Como en el informe',
    'BibTeX file': 'Archivo BibTeX',
    'RIS file': 'Archivo RIS',
    'CSL-JSON file': 'Archivo CSL-JSON',
    Indicators: 'Indicadores',
    Votes: 'Votaciones',
    Citations: 'Citas',
    Treaties: 'Tratados',
    Overview: 'Resumen',
  },
  unless: { yes: 'sí, salvo false', no: 'no, salvo true' },
};

const GERMAN: Translation = {
  texts: {
    ask: ['fragen', 'Stelle deine Frage auf Englisch; die Antwort kommt allein aus dem Bericht'],
    'ask.question': ['frage', 'Deine Frage, wie du sie im Chat schreiben würdest'],
    indicator: ['indikator', 'Bewertung, Trend und Befunde eines Indikators mit ihren Quellen'],
    'indicator.name': ['name', 'Nummer, Name oder ein englisches Wort: 15, education, press freedom'],
    ratings: [
      'bewertungen',
      'Alle Bewertungen nach Bereich, mit Anzahl; nach Bereich, Bewertung oder Trend filtern',
    ],
    'ratings.area': ['bereich', 'Einer der Themenbereiche'],
    'ratings.rating': ['bewertung', 'Nur Indikatoren mit dieser Bewertung'],
    'ratings.trend': ['trend', 'Nur Indikatoren mit diesem Trend'],
    trends: ['trends', 'Was sich gegenüber der vorigen Ausgabe geändert hat, und der Index'],
    votes: [
      'abstimmungen',
      'Eine UN-Abstimmung im Ganzen, oder die Liste nach Organ, Jahr, Stimme oder Thema',
    ],
    'votes.resolution': [
      'resolution',
      'Ein Dokumentzeichen in jeder Schreibweise: A/RES/77/230, S/RES/2666, HRC 51/28, 2666',
    ],
    'votes.body': ['organ', 'Das UN-Organ'],
    'votes.year': ['jahr', 'Das Jahr der Abstimmung'],
    'votes.position': ['stimme', 'Wie der Staat gestimmt hat'],
    'votes.topic': ['thema', 'Ein Land oder Thema auf Englisch: Syria, North Korea, terrorism'],
    treaty: ['vertrag', 'Stand eines Vertrags, was daran hängt, und seine Quellen; ohne Namen alle'],
    'treaty.name': ['name', 'Name oder Abkürzung auf Englisch: ICCPR, Rome Statute, Arms Trade Treaty'],
    cite: ['zitieren', 'Eine Fußnote, mehrere oder alle, zum Einfügen oder als Datei'],
    'cite.footnote': [
      'fußnote',
      'Nummer, Liste (5, 9-11), all, Autor oder Titel; oder indicator 15, S/RES/2677',
    ],
    'cite.style': ['stil', 'Die Form der Quellenangabe'],
    search: ['suchen', 'Sucht in Indikatoren, Abstimmungen, Quellen und Verträgen; jeder Treffer mit Quelle'],
    'search.query': ['suche', 'Ein paar englische Wörter, ein Dokumentzeichen oder ein Autor'],
    'search.in': ['in', 'Wo gesucht wird'],
    'Find sources': ['Quellen finden', ''],
    about: ['über', 'Was geladen ist, wer bewertet, wie man es liest, Datenschutz, Version, andere Befehle'],
    private: ['privat', 'Nur du siehst die Antwort'],
    assessment: ['ausgabe', 'Welche Ausgabe des Berichts; die neueste, wenn keine gewählt ist'],
  },
  choices: {
    'Very Weak': 'Sehr schwach (Very Weak)',
    Weak: 'Schwach (Weak)',
    Fair: 'Mittel (Fair)',
    Strong: 'Stark (Strong)',
    'Very Strong': 'Sehr stark (Very Strong)',
    Unchanged: 'Unverändert (Unchanged)',
    Decrease: 'Rückgang (Decrease)',
    Increase: 'Anstieg (Increase)',
    'Security Council': 'Sicherheitsrat',
    'General Assembly': 'Generalversammlung',
    'Human Rights Council': 'Menschenrechtsrat',
    Yes: 'Ja',
    'No (against)': 'Nein (dagegen)',
    Abstained: 'Enthaltung',
    'Adopted without a vote': 'Ohne Abstimmung angenommen',
    'As in the report': 'Wie im Bericht',
    'BibTeX file': 'BibTeX-Datei',
    'RIS file': 'RIS-Datei',
    'CSL-JSON file': 'CSL-JSON-Datei',
    Indicators: 'Indikatoren',
    Votes: 'Abstimmungen',
    Citations: 'Quellen',
    Treaties: 'Verträge',
    Overview: 'Überblick',
  },
  unless: { yes: 'ja, außer bei false', no: 'nein, außer bei true' },
};

const CHINESE: Translation = {
  texts: {
    ask: ['提问', '用英文提问；答案只来自这份评估报告'],
    'ask.question': ['问题', '您的问题，照聊天时的写法即可（英文）'],
    indicator: ['指标', '一项指标的评级、趋势和说明，附脚注来源'],
    'indicator.name': ['名称', '编号、名称或英文词语：15、education、press freedom'],
    ratings: ['评级', '按领域列出全部评级及数量；可按领域、评级或趋势筛选'],
    'ratings.area': ['领域', '其中一个主题领域'],
    'ratings.rating': ['评级', '只看这一评级的指标'],
    'ratings.trend': ['趋势', '只看这一趋势的指标'],
    trends: ['趋势', '与上一版相比的变化，以及指数'],
    votes: ['表决', '一次联合国表决的详情，或按机构、年份、立场、主题列出的清单'],
    'votes.resolution': ['决议', '决议文号，写法不限：A/RES/77/230、S/RES/2666、HRC 51/28、2666'],
    'votes.body': ['机构', '联合国机构'],
    'votes.year': ['年份', '表决的年份'],
    'votes.position': ['立场', '该国如何投票'],
    'votes.topic': ['主题', '国家或主题（英文）：Syria、North Korea、terrorism'],
    treaty: ['条约', '一项条约的状态、相关内容和来源；不填名称则列出全部'],
    'treaty.name': ['名称', '英文名称或缩写：ICCPR、Rome Statute、Arms Trade Treaty'],
    cite: ['引用', '一个、多个或全部脚注，可粘贴或存为文件'],
    'cite.footnote': ['脚注', '编号、列表（5, 9-11）、all、作者或标题；或 indicator 15、S/RES/2677'],
    'cite.style': ['格式', '引文的格式'],
    search: ['搜索', '搜索指标、表决、引文和条约；每条结果都附来源'],
    'search.query': ['关键词', '几个英文词、一个文号或一位作者'],
    'search.in': ['范围', '在哪里搜索'],
    'Find sources': ['查找来源', ''],
    about: ['关于', '已载入的内容、评估者、阅读方法、隐私、版本和其他命令'],
    private: ['仅自己可见', '只有您能看到回答'],
    assessment: ['评估', '哪一份评估；不选则用最新的'],
  },
  choices: {
    'Very Weak': '很弱 (Very Weak)',
    Weak: '弱 (Weak)',
    Fair: '一般 (Fair)',
    Strong: '强 (Strong)',
    'Very Strong': '很强 (Very Strong)',
    Unchanged: '不变 (Unchanged)',
    Decrease: '下降 (Decrease)',
    Increase: '上升 (Increase)',
    'Security Council': '安全理事会',
    'General Assembly': '大会',
    'Human Rights Council': '人权理事会',
    Yes: '赞成',
    'No (against)': '反对',
    Abstained: '弃权',
    'Adopted without a vote': '未经表决通过',
    'As in the report': '与报告相同',
    'BibTeX file': 'BibTeX 文件',
    'RIS file': 'RIS 文件',
    'CSL-JSON file': 'CSL-JSON 文件',
    Indicators: '指标',
    Votes: '表决',
    Citations: '引文',
    Treaties: '条约',
    Overview: '概述',
  },
  unless: { yes: '默认是，填 false 则否', no: '默认否，填 true 则是' },
};

/** By Discord's locales: https://discord.com/developers/docs/reference#locales */
export const TRANSLATIONS: Readonly<Record<string, Translation>> = {
  fr: FRENCH,
  'es-ES': SPANISH,
  'es-419': SPANISH,
  de: GERMAN,
  'zh-CN': CHINESE,
};

type ByLocale = Record<string, string>;

const byLocale = (of: (translation: Translation) => string | undefined): ByLocale =>
  Object.fromEntries(
    Object.entries(TRANSLATIONS).flatMap(([locale, translation]) => {
      const text = of(translation);
      return text ? [[locale, text]] : [];
    }),
  );

/** Names and descriptions of a command, or of an option (`votes.body`; `private` and `assessment` of all), by locale. */
export const localised = (key: string): { name: ByLocale; description: ByLocale } => ({
  name: byLocale(({ texts }) => texts[key]?.[0]),
  description: byLocale(({ texts }) => texts[key]?.[1]),
});

/** The description of `private`, with what holds where it is not given. */
export const localisedPrivate = (isPrivate: boolean): ByLocale =>
  byLocale(({ texts, unless }) => `${texts.private?.[1]} (${isPrivate ? unless.yes : unless.no})`);

/** The name of a choice by locale; none where it is a name of the data. */
export const localisedChoice = (name: string): ByLocale => byLocale(({ choices }) => choices[name]);
