/** Pictures of editions, each drawn once until the data change. */
import QuickLRU from 'quick-lru';
import type { Edition } from '../../library.js';
import type { Log } from '../../log.js';
import { altOf } from './alt.js';
import type { Draw, PictureName } from './job.js';
import { THEMES, type Theme } from './palette.js';

export interface Picture {
  /** Of the file: "chn-2023-scorecard.png". */
  name: string;
  png: Uint8Array;
  /** What it shows, in at most 1024 characters. */
  alt: string;
}

/** What a picture is drawn from. */
export type Drawable = Pick<Edition, 'assessment' | 'stamp'> & {
  /** The edition that the trends are given against, where it is loaded. */
  before?: Pick<Edition, 'assessment' | 'stamp'> | undefined;
};

export interface Pictures {
  /** The picture, if it is drawn already. */
  ready(picture: PictureName, theme: Theme, edition: Drawable): Picture | undefined;
  /**
   * The picture, drawn if need be; nothing where drawing failed, which is logged and may be tried again, or where too many others
   * wait to be drawn.
   */
  get(picture: PictureName, theme: Theme, edition: Drawable): Promise<Picture | undefined>;
}

/** At least so many are kept, and less than twice as many: those of five editions. A picture may take half a megabyte. */
const KEPT = 30;

/**
 * So many may wait to be drawn at once: all of two editions. Each takes half a second, and holds on to its assessment and to the
 * answers that wait for it.
 */
const WAITING = 12;

/** After a failure, in milliseconds. */
const AGAIN_AFTER = 60_000;

export function createPictures(draw: Draw, log?: Pick<Log, 'error' | 'debug'>): Pictures {
  /** One for each picture, theme and edition: what was drawn from older data is replaced. */
  const drawn = new QuickLRU<string, { stamp: string; picture: Picture }>({ maxSize: KEPT });
  /** When one could not be drawn: it is not tried again at once. */
  const failed = new Map<string, number>();
  /** Those who ask while it is drawn share the drawing. */
  const drawing = new Map<string, Promise<Picture | undefined>>();
  const keyOf = (name: PictureName, theme: Theme, { assessment }: Drawable) =>
    [name, theme, assessment.id].join(' ');

  const stampOf = ({ stamp, before }: Drawable) => [stamp, before?.stamp].join(' ');

  function ready(name: PictureName, theme: Theme, edition: Drawable): Picture | undefined {
    const kept = drawn.get(keyOf(name, theme, edition));
    return kept?.stamp === stampOf(edition) ? kept.picture : undefined;
  }

  async function drawNow(name: PictureName, theme: Theme, edition: Drawable): Promise<Picture | undefined> {
    const { assessment, before } = edition;
    const key = keyOf(name, theme, edition);
    const attempt = `${key} ${stampOf(edition)}`;
    if (Date.now() < (failed.get(attempt) ?? 0) + AGAIN_AFTER) return undefined;
    try {
      const png = await draw({
        picture: name,
        theme,
        assessment,
        ...(before && { before: before.assessment }),
      });
      const file = `${assessment.id}-${name}.png`;
      const picture = { name: file, png, alt: altOf(name, assessment, before?.assessment) };
      drawn.set(key, { stamp: stampOf(edition), picture });
      failed.delete(attempt);
      return picture;
    } catch (err) {
      failed.set(attempt, Date.now());
      log?.error({ err, picture: name, theme, assessment: assessment.id }, 'a picture could not be drawn');
      return undefined;
    }
  }

  async function drawnOnce(name: PictureName, theme: Theme, edition: Drawable): Promise<Picture | undefined> {
    const kept = ready(name, theme, edition);
    if (kept) return kept;
    const key = `${keyOf(name, theme, edition)} ${stampOf(edition)}`;
    const shared = drawing.get(key);
    if (shared) return shared;
    if (drawing.size >= WAITING) {
      log?.debug({ picture: name, theme, assessment: edition.assessment.id }, 'too many pictures at once');
      return undefined;
    }
    const own = drawNow(name, theme, edition).finally(() => void drawing.delete(key));
    drawing.set(key, own);
    return own;
  }

  return {
    ready,
    get(name, theme, edition) {
      const wanted = drawnOnce(name, theme, edition);
      // Behind it, that on the other ground, where few wait: a button away, and the process that draws is there.
      for (const other of THEMES)
        if (other !== theme && drawing.size < WAITING / 2) void drawnOnce(name, other, edition);
      return wanted;
    },
  };
}
