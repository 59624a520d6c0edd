import type { GigaChatSettings } from '@gigakit/core';
import { Option, type Command } from 'commander';

/** The flags of every command that calls the API. */
export interface ClientFlags {
  readonly model?: string;
  readonly api?: 'v1' | 'v2';
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
    .option('--scope <scope>', 'GIGACHAT_API_PERS, GIGACHAT_API_B2B or GIGACHAT_API_CORP')
    .option('--emulator', 'no key needed: calls the emulator that `npx @gigakit/emulator` runs')
    .option('--json', 'print JSON')
    .option('--verbose', 'on failure also print the stack and the causes');
}

/** Gives a command that lets a model answer its two flags more. */
export function addModelFlags(command: Command): Command {
  return command
    .option('-m, --model <id>', 'which model answers')
    .addOption(
      new Option('--api <generation>', 'which generation of the API to speak').choices(['v1', 'v2']),
    );
}

/** The settings that the flags ask for; the environment fills in the rest. */
export function settingsOf({ emulator, scope, model, api }: ClientFlags): GigaChatSettings {
  return { ...(emulator === true ? emulatorSettings : {}), scope, model, api };
}
