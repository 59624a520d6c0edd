import { failure, ok, skip, warning, type Verdict } from './check-result.ts';

const noticeableMs = 60_000;
const harmfulMs = 5 * 60_000;

/** Judges this machine's clock by the `Date` header of a server; tokens live by that clock for 30 minutes. */
export function checkClock(serverDate: string | undefined, localMs: number): Verdict {
  const serverMs = Date.parse(serverDate ?? '');
  if (Number.isNaN(serverMs)) return skip('the server sent no Date to compare with');
  const skewMs = localMs - serverMs;
  const size = Math.abs(skewMs);
  if (size < noticeableMs) return ok('agrees with the server');
  const message = `The clock of this machine is ${words(size)} ${skewMs > 0 ? 'ahead of' : 'behind'} the server's.`;
  const fix = 'Set the clock, and let it be kept by NTP (timedatectl set-ntp true).';
  return size < harmfulMs ? warning('clock-skew', message, fix) : failure('clock-skew', message, fix);
}

function words(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  if (minutes < 120) return `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`;
  const hours = Math.round(minutes / 60);
  return hours < 48 ? `${hours} hours` : `${Math.round(hours / 24)} days`;
}
