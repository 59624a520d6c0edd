import { useLanguage } from '../language/language-context.tsx';
import type { MapPoint } from './map-point.ts';

interface ScatterPlotProps {
  readonly points: readonly MapPoint[];
  readonly chosen: number | undefined;
  readonly onChoose: (index: number) => void;
}

const width = 800;
const height = 480;
const margin = 40;
const hues = [152, 210, 28, 285, 340, 95, 250, 55];
const labelLength = 24;

/** Passages as points; a document is a colour and is named once, at its first point. */
export function ScatterPlot({ points, chosen, onChoose }: ScatterPlotProps) {
  const { words } = useLanguage();
  const documents = [...new Set(points.map(({ document }) => document))];
  const placeOf = ({ x, y }: MapPoint) => ({
    cx: margin + x * (width - 2 * margin),
    cy: margin + y * (height - 2 * margin),
  });
  const origin = chosen === undefined ? undefined : points[chosen];
  return (
    <svg className="scatter" viewBox={`0 0 ${width} ${height}`} role="group" aria-label={words.mapTitle}>
      {origin?.neighbours.map(({ index }) => {
        const neighbour = points[index];
        if (neighbour === undefined) return null;
        const from = placeOf(origin);
        const to = placeOf(neighbour);
        return <line key={index} x1={from.cx} y1={from.cy} x2={to.cx} y2={to.cy} />;
      })}
      {points.map((point, index) => (
        <circle
          key={`${point.document}-${index}`}
          {...placeOf(point)}
          r={index === chosen ? 11 : 7}
          style={{ '--hue': hues[documents.indexOf(point.document) % hues.length] } as React.CSSProperties}
          tabIndex={0}
          role="button"
          aria-pressed={index === chosen}
          aria-label={`${point.document}: ${point.text.slice(0, 120)}`}
          onMouseEnter={() => onChoose(index)}
          onFocus={() => onChoose(index)}
          onClick={() => onChoose(index)}
        />
      ))}
      {documents.map((document) => {
        const first = points.find((point) => point.document === document);
        if (first === undefined) return null;
        const { cx, cy } = placeOf(first);
        const isRight = cx > width * 0.7;
        return (
          <text key={document} x={cx + (isRight ? -14 : 14)} y={cy + 5} textAnchor={isRight ? 'end' : 'start'}>
            {document.length > labelLength ? `${document.slice(0, labelLength)}…` : document}
          </text>
        );
      })}
    </svg>
  );
}
