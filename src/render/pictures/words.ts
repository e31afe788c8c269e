/** The words on the pictures that stand nowhere else. */
import type { Rating } from '../../assessment/schema.js';

/** Where there is no room for the word. */
export const RATING_LETTERS: Record<Rating, string> = {
  'very-weak': 'VW',
  weak: 'W',
  fair: 'F',
  strong: 'S',
  'very-strong': 'VS',
};

export function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
