/** Whether the server is there: asked now and then, and again and again while it is not. */
import { useEffect, useState } from 'preact/hooks';
import { isThere } from './server.js';

const EVERY = 5000;
const AGAIN = 1000;

/** @returns whether it is, and what says that it is not */
export function useConnection(): [boolean, () => void] {
  const [isUp, setUp] = useState(true);
  useEffect(() => {
    let isOver = false;
    let timer: ReturnType<typeof setTimeout>;
    const ask = async () => {
      const is = await isThere();
      if (isOver) return;
      setUp(is);
      timer = setTimeout(ask, is ? EVERY : AGAIN);
    };
    timer = setTimeout(ask, isUp ? EVERY : AGAIN);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [isUp]);
  return [isUp, () => setUp(false)];
}
