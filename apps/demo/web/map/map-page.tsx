import '../styles/map.css';
import { useEffect, useState } from 'react';
import type { ToldError } from '../../server/error-text.ts';
import { plainWords } from '../documents/plain-words.ts';
import { ErrorBox } from '../errors/error-box.tsx';
import { readToldError } from '../errors/read-told-error.ts';
import { useLanguage } from '../language/language-context.tsx';
import type { MapPoint } from './map-point.ts';
import { ScatterPlot } from './scatter-plot.tsx';

/** The passages of the library on a plane; read anew each time the page is opened. */
export function MapPage({ isOpen }: { readonly isOpen: boolean }) {
  const { words } = useLanguage();
  const [points, setPoints] = useState<readonly MapPoint[]>();
  const [error, setError] = useState<ToldError>();
  const [chosen, setChosen] = useState<number>();
  useEffect(() => {
    if (!isOpen) return undefined;
    const leaving = new AbortController();
    const load = async () => {
      const response = await fetch('/api/map', { signal: leaving.signal });
      if (!response.ok) throw new Error(await response.text());
      const body: { points: MapPoint[] } = await response.json();
      setPoints(body.points);
      setChosen(undefined);
      setError(undefined);
    };
    load().catch((cause: unknown) => {
      if (!leaving.signal.aborted) setError(readToldError(cause instanceof Error ? cause.message : ''));
    });
    return () => leaving.abort();
  }, [isOpen]);
  const shown = chosen === undefined ? undefined : points?.[chosen];
  return (
    <main className="page map">
      {error && <ErrorBox error={error} />}
      {points === undefined && !error && (
        <p className="muted" role="status">
          {words.loading}
        </p>
      )}
      {points?.length === 0 && (
        <section className="empty">
          <h2>{words.mapTitle}</h2>
          <p>{words.mapEmpty}</p>
          <a className="button" href="#documents">
            {words.toDocuments}
          </a>
        </section>
      )}
      {points !== undefined && points.length > 0 && (
        <>
          <h2>{words.mapTitle}</h2>
          <p className="muted">{words.mapHint}</p>
          <div className="map-columns">
            <ScatterPlot points={points} chosen={chosen} onChoose={setChosen} />
            <section className="map-passage" aria-live="polite">
              {shown === undefined ? (
                <p className="muted">{words.mapChoose}</p>
              ) : (
                <>
                  <h3>{shown.document}</h3>
                  <p tabIndex={0}>{shown.text}</p>
                  <h4>{words.neighbours}</h4>
                  <ol>
                    {shown.neighbours.map(({ index, similarity }) => (
                      <li key={points[index]?.id}>
                        <button type="button" className="quiet" onClick={() => setChosen(index)}>
                          <span className="muted">{similarity.toFixed(2)}</span>{' '}
                          <strong>{points[index]?.document}</strong>{' '}
                          {plainWords(points[index]?.text ?? '').slice(0, 70)}
                        </button>
                      </li>
                    ))}
                  </ol>
                </>
              )}
            </section>
          </div>
        </>
      )}
    </main>
  );
}
