import { useEffect, useRef, type RefObject } from 'react';

const nearPx = 160;

/** Keeps the end of a growing list in view, unless the reader has scrolled away from it. */
export function useFollowEnd(): RefObject<HTMLDivElement | null> {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = list.current;
    if (element === null) return undefined;
    let isAtEnd = true;
    const remember = () => {
      isAtEnd = element.scrollHeight - element.scrollTop - element.clientHeight < nearPx;
    };
    const follow = () => {
      if (isAtEnd) element.scrollTo({ top: element.scrollHeight });
    };
    const growth = new MutationObserver(follow);
    growth.observe(element, { childList: true, subtree: true, characterData: true });
    element.addEventListener('scroll', remember, { passive: true });
    // A picture takes its room when it has been decoded; such events do not bubble.
    element.addEventListener('load', follow, { capture: true });
    return () => {
      growth.disconnect();
      element.removeEventListener('scroll', remember);
      element.removeEventListener('load', follow, { capture: true });
    };
  }, []);
  return list;
}
