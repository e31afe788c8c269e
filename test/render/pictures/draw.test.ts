import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { draw, layOut } from '../../../src/render/pictures/draw.js';
import { PICTURES } from '../../../src/render/pictures/job.js';
import { THEMES } from '../../../src/render/pictures/palette.js';
import { anyAssessment, china, withChanges } from './data.js';

/** In pixels, as the header of a PNG has it: https://www.w3.org/TR/png-3/#11IHDR */
function sizeOf(png: Uint8Array) {
  const view = new DataView(png.buffer, png.byteOffset);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const ALL = PICTURES.flatMap((picture) => THEMES.map((theme) => ({ picture, theme })));

describe.each(ALL)('the $picture in the $theme theme', (job) => {
  test('are a PNG as wide as a phone’s screen, of less than a megabyte', async () => {
    const png = await draw({ ...job, assessment: china });
    expect([...png.subarray(0, 8)]).toEqual(SIGNATURE);
    const { width, height } = sizeOf(png);
    expect(width).toBe(1200);
    expect(height / width).toBeGreaterThan(1);
    expect(height / width).toBeLessThan(2.4);
    expect(png.length).toBeLessThan(1_000_000);
  });

  test('are drawn alike from the same data', async () => {
    const first = await draw({ ...job, assessment: china });
    expect(await draw({ ...job, assessment: structuredClone(china) })).toEqual(first);
  });

  test('stay within their frame, whatever the assessment', async () => {
    await fc.assert(
      fc.asyncProperty(anyAssessment, async (assessment) => {
        const beyond: unknown[] = [];
        const faults: string[] = [];
        const svg = await layOut(
          { ...job, assessment },
          {
            onNodeDetected: ({ left, width, textContent }) => {
              if (left < 0 || left + width > 1201) beyond.push({ left, width, textContent });
            },
            onStyleError: (error) => faults.push(error.message),
          },
        );
        expect(svg).toMatch(/^<svg width="1200"/);
        expect({ beyond, faults }).toEqual({ beyond: [], faults: [] });
      }),
      { numRuns: 10 },
    );
  });
});

test('an assessment without votes, without an index and with one indicator is drawn', async () => {
  const assessment = withChanges({ votes: [], indexChange: null, indicators: china.indicators.slice(0, 1) });
  for (const job of ALL) expect(sizeOf(await draw({ ...job, assessment })).width).toBe(1200);
});

test('names with accents are drawn, not replaced by boxes', async () => {
  const pathsOf = async (name: string) => {
    const svg = await layOut({
      picture: 'votes',
      theme: 'light',
      assessment: withChanges({ votes: [], country: { name, iso3: 'XXX' } }),
    });
    return /<path[^>]* d="([^"]+)"/.exec(svg)?.[1];
  };
  // A letter that no font has is drawn as the box that stands for all such letters.
  const missing = await pathsOf('\u4e2d');
  expect(await pathsOf('\u570b')).toBe(missing);
  for (const name of ['ã', 'Ł', 'ế']) expect(await pathsOf(name)).not.toBe(missing);
});
