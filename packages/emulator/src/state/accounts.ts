import type { EmulatorAccount } from '../emulator-options.ts';

export const allScopes: readonly string[] = ['GIGACHAT_API_PERS', 'GIGACHAT_API_B2B', 'GIGACHAT_API_CORP'];

/** Base64 of `gigakit-emulator:any-secret-will-do-here`, as a portal would show it. */
export const defaultAccount: EmulatorAccount = {
  credentials: 'Z2lnYWtpdC1lbXVsYXRvcjphbnktc2VjcmV0LXdpbGwtZG8taGVyZQ==',
};

/** For corporate stands, which sign in by name at `POST /token`. */
export const defaultUser = { user: 'gigakit', password: 'gigakit' } as const;
