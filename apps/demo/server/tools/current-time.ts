import { z } from 'zod';

export const currentTimeInput = z.object({
  timeZone: z.string().describe('IANA time zone, for example Europe/Moscow or Asia/Vladivostok'),
});

/** The time of day somewhere. */
export const currentTime = {
  description: 'Tells the current date and time in a time zone (который час, сколько времени, дата).',
  run: ({ timeZone }: z.infer<typeof currentTimeInput>) => {
    try {
      const time = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'short', timeZone });
      return { timeZone, time: time.format(new Date()) };
    } catch {
      return { error: `Unknown time zone "${timeZone}"; use an IANA name such as Europe/Moscow` };
    }
  },
};
