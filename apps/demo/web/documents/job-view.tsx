import { useLanguage } from '../language/language-context.tsx';
import { isSettled, type IndexingJob } from './indexing-job.ts';

interface JobViewProps {
  readonly job: IndexingJob;
  readonly onDismiss: () => void;
}

/** One file being indexed: what is done to it now, how far, and a way out. */
export function JobView({ job, onDismiss }: JobViewProps) {
  const { words } = useLanguage();
  const { progress } = job;
  const isOver = isSettled(job);
  const said = (() => {
    switch (progress.stage) {
      case 'failed':
        return progress.error.message || words.errors[progress.error.kind];
      case 'known':
        return words.known(progress.name);
      case 'cancelled':
        return words.cancelled;
      case 'done':
        return words.passageCount(progress.document.passages);
      case 'embedding':
      case 'storing':
        return `${words.stages[progress.stage]} ${progress.done}/${progress.total}`;
      default:
        return words.stages[progress.stage];
    }
  })();
  return (
    <li className={`job ${progress.stage}`}>
      <div>
        <strong>{job.name}</strong>
        <span role="status">{said}</span>
        {!isOver && progress.stage !== 'waiting' && (
          <progress
            aria-label={job.name}
            {...('total' in progress ? { value: progress.done, max: progress.total } : {})}
          />
        )}
      </div>
      <button type="button" className="quiet small" onClick={isOver ? onDismiss : job.cancel}>
        {isOver ? words.dismiss : words.cancel}
      </button>
    </li>
  );
}
