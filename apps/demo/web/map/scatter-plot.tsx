import { useRef, type CSSProperties, type KeyboardEvent } from 'react';
import { useLanguage } from '../language/language-context.tsx';
import type { MapPoint } from './map-point.ts';
import { namePoints } from './name-points.ts';

interface ScatterPlotProps {
  readonly points: readonly MapPoint[];
  readonly chosen: number | undefined;
  readonly onChoose: (index: number) => void;
}

const width = 640;
const height = 480;
const margin = 36;
const fontSize = 15;
const hues = [152, 210, 28, 285, 340, 95, 250, 55];
/** How far each key goes in the list of points, read from left to right. */
const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

const placeOf = ({ x, y }: MapPoint) => ({
  cx: margin + x * (width - 2 * margin),
  cy: margin + y * (height - 2 * margin),
});

/** Passages as points, a colour for each document; one stop for Tab, and arrows go from point to point. */
export function ScatterPlot({ points, chosen, onChoose }: ScatterPlotProps) {
  const { words } = useLanguage();
  const picture = useRef<SVGSVGElement>(null);
  const documents = [...new Set(points.map(({ document }) => document))];
  const colour = (document: string) =>
    ({ '--hue': hues[documents.indexOf(document) % hues.length] }) as CSSProperties;
  const origin = chosen === undefined ? undefined : points[chosen];
  const fromLeft = points
    .map((_, index) => index)
    .toSorted((a, b) => (points[a]?.x ?? 0) - (points[b]?.x ?? 0));

  const walk = (event: KeyboardEvent, index: number) => {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = fromLeft.at((fromLeft.indexOf(index) + step) % fromLeft.length);
    if (next !== undefined) picture.current?.querySelectorAll('circle')[next]?.focus();
  };

  return (
    <figure className="scatter">
      <svg ref={picture} viewBox={`0 0 ${width} ${height}`} role="group" aria-label={words.mapTitle}>
        {origin?.neighbours.map(({ index, similarity }) => {
          const neighbour = points[index];
          if (neighbour === undefined) return null;
          const from = placeOf(origin);
          const to = placeOf(neighbour);
          const opacity = 0.25 + 0.75 * Math.max(0, similarity);
          return (
            <line key={neighbour.id} x1={from.cx} y1={from.cy} x2={to.cx} y2={to.cy} opacity={opacity} />
          );
        })}
        {points.map((point, index) => (
          <circle
            key={point.id}
            {...placeOf(point)}
            r={index === chosen ? 10 : 6}
            className={index === chosen ? 'chosen' : ''}
            style={colour(point.document)}
            tabIndex={index === (chosen ?? fromLeft[0]) ? 0 : -1}
            role="button"
            aria-pressed={index === chosen}
            aria-label={`${point.document}: ${point.text.slice(0, 120)}`}
            onMouseEnter={() => onChoose(index)}
            onFocus={() => onChoose(index)}
            onClick={() => onChoose(index)}
            onKeyDown={(event) => walk(event, index)}
          />
        ))}
        {namePoints(points, { width, fontSize, placeOf }).map(({ id, text, x, y, anchor }) => (
          <text key={id} x={x} y={y} fontSize={fontSize} textAnchor={anchor} aria-hidden="true">
            {text}
          </text>
        ))}
      </svg>
      <figcaption>
        <ul>
          {documents.map((document) => (
            <li key={document} style={colour(document)}>
              {document}
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  );
}
