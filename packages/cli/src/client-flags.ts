import { GigaChat, type GigaChatSettings } from '@gigakit/core';
import { Option, type Command } from 'commander';

/** The flags of every command that calls the API. */
export interface ClientFlags {
  readonly scope?: string;
  readonly emulator?: true;
  readonly verbose?: true;
  readonly json?: true;
}

/** Where `npx @gigakit/emulator` listens, and the key it knows, which opens nothing else. */
const emulatorSettings = {
  credentials: btoa('gigakit-emulator:any-secret-will-do-here'),
  baseUrl: 'http://127.0.0.1:8090/v1',
  baseUrlV2: 'http://127.0.0.1:8090/v2',
  authUrl: 'http://127.0.0.1:8090/api/v2/oauth',
} as const satisfies GigaChatSettings;

/** Gives a command the flags that all of them share. */
export function addClientFlags(command: Command): Command {
  return command
    .addOption(new Option('--scope <scope>', 'GIGACHAT_API_PERS, GIGACHAT_API_B2B or GIGACHAT_API_CORP'))
    .option('--emulator', 'no key needed: calls the emulator that `npx @gigakit/emulator` runs')
    .option('--json', 'print JSON')
    .option('--verbose', 'on failure also print the stack and the causes');
}

/** The settings that the flags ask for; the environment fills in the rest. */
export function settingsOf(flags: ClientFlags): GigaChatSettings {
  return {
    ...(flags.emulator === true ? emulatorSettings : {}),
    ...(flags.scope === undefined ? {} : { scope: flags.scope }),
  };
}

/** A client for one command; the caller closes it. */
export function openClient(flags: ClientFlags, settings: GigaChatSettings = {}): GigaChat {
  return new GigaChat({ ...settingsOf(flags), ...settings });
}
