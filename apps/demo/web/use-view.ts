import { useSyncExternalStore } from 'react';

export const views = ['chat', 'documents', 'map'] as const;
export type View = (typeof views)[number];

/** Which part of the page is open: what follows `#` in the address, so that links and the back button work. */
export function useView(): View {
  return useSyncExternalStore(subscribe, read);
}

function subscribe(onChange: () => void): () => void {
  addEventListener('hashchange', onChange);
  return () => removeEventListener('hashchange', onChange);
}

function read(): View {
  return views.find((view) => `#${view}` === location.hash) ?? 'chat';
}
