import { isIP } from 'node:net';
import type { GigaChatSettings } from '@gigakit/core';
import {
  goesThroughProxy,
  inspectHost,
  resolveSettings,
  type HostInspection,
  type ResolvedSettings,
} from '@gigakit/core/node';
import { describeError } from '../describe-error.ts';
import { asSentence } from './as-sentence.ts';
import { checkBalance } from './check-balance.ts';
import { checkClock } from './check-clock.ts';
import { checkDns } from './check-dns.ts';
import { checkEnvironment, type SettingsOutcome } from './check-environment.ts';
import { checkModels } from './check-models.ts';
import { checkProxy } from './check-proxy.ts';
import { failure, ok, skip, type CheckName, type CheckResult, type Verdict } from './check-result.ts';
import { checkSignIn } from './check-sign-in.ts';
import { checkTcp } from './check-tcp.ts';
import { checkTls } from './check-tls.ts';
import { probeAccount } from './probe-account.ts';
import { probeClock } from './probe-clock.ts';
import { probeDns } from './probe-dns.ts';
import { probeTcp } from './probe-tcp.ts';

/**
 * Checks a set-up step by step, from the environment to the balance, and gives each result as soon as it is known. What
 * cannot work after a failure is skipped and says so; the rest goes on. Never throws for what it finds.
 */
export async function* runDoctor(settings: GigaChatSettings = {}): AsyncGenerator<CheckResult> {
  const outcome = settle(settings);
  const environment = checkEnvironment(process.env, outcome);
  yield { check: 'environment', ...environment };
  const hasKey = outcome.credential !== undefined && outcome.credential.kind !== 'none';
  const resolved = outcome.resolved ?? withoutKey(settings);
  if (resolved === undefined) {
    for (const check of afterEnvironment) yield { check, ...skip('a setting is wrong') };
    return;
  }

  const proxyIsUp = yield* examineProxy(resolved);
  const reached = new Map<string, boolean>();
  for (const url of hostsOf(resolved)) {
    reached.set(new URL(url).origin, yield* examineHost(url, resolved, proxyIsUp));
  }

  const apiIsUp = reached.get(new URL(resolved.baseUrl).origin) === true;
  yield { check: 'clock', ...(apiIsUp ? await readClock(resolved) : skip('the API was not reached')) };
  if (hasKey && [...reached.values()].every(Boolean)) {
    yield* examineAccount(settings, resolved);
    return;
  }
  const why = hasKey ? 'a host was not reached' : 'there is no key to try';
  for (const check of ['sign-in', 'models', 'balance'] as const) yield { check, ...skip(why) };
}

const afterEnvironment = ['proxy', 'dns', 'tcp', 'tls', 'clock', 'sign-in', 'models', 'balance'] as const;

type Outcome = SettingsOutcome & { readonly resolved?: ResolvedSettings };

function settle(settings: GigaChatSettings): Outcome {
  try {
    const resolved = resolveSettings(settings);
    return { credential: resolved.credential, resolved };
  } catch (error) {
    return { error };
  }
}

/** The same settings with a bad key left out of account, so that the network can be looked at all the same. */
function withoutKey(settings: GigaChatSettings): ResolvedSettings | undefined {
  const { credentials: _, clientId: _id, clientSecret: _secret, ...rest } = settings;
  const { resolved } = settle({ ...rest, accessToken: 'none' });
  return resolved === undefined
    ? undefined
    : { ...resolved, credential: { kind: 'key', key: '', accessToken: undefined } };
}

/** Every host that a client of these settings calls, each once: the one that signs in, then the API. */
function hostsOf({ api, baseUrl, baseUrlV2, authUrl, credential }: ResolvedSettings): readonly string[] {
  const signsIn = credential.kind === 'key' || credential.kind === 'none';
  const urls = [...(signsIn ? [authUrl] : []), baseUrl, ...(api === 'v2' ? [baseUrlV2] : [])];
  const byOrigin = new Map(urls.map((url) => [new URL(url).origin, url]));
  return [...byOrigin.values()];
}

async function* examineProxy(settings: ResolvedSettings): AsyncGenerator<CheckResult, boolean> {
  const { proxy } = settings;
  if (proxy === undefined || !hostsOf(settings).some((url) => goesThroughProxy(url, settings))) {
    yield {
      check: 'proxy',
      ...(proxy === undefined ? checkProxy(undefined, undefined) : ok('not used for these hosts')),
    };
    return true;
  }
  const { hostname, host, protocol, port } = new URL(proxy.url);
  const portOrDefault = port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port);
  const code = await probeTcp(withoutBrackets(hostname), portOrDefault);
  yield { check: 'proxy', ...checkProxy(host, code) };
  return code === undefined;
}

/** Name, port and certificates of one host. Gives whether a client would get through. */
async function* examineHost(
  url: string,
  settings: ResolvedSettings,
  proxyIsUp: boolean,
): AsyncGenerator<CheckResult, boolean> {
  const { hostname: bracketed, protocol, port, host: target } = new URL(url);
  const hostname = withoutBrackets(bracketed);
  const isProxied = goesThroughProxy(url, settings);
  if (isProxied && !proxyIsUp) {
    for (const check of ['dns', 'tcp', 'tls'] as const) yield { check, target, ...skip('the proxy is down') };
    return false;
  }
  if (isProxied) {
    for (const check of ['dns', 'tcp'] as const) yield { check, target, ...skip('the proxy does that') };
  } else {
    const isAddress = isIP(hostname) !== 0;
    const dns = isAddress
      ? skip('an address, nothing to resolve')
      : checkDns(hostname, await probeDns(hostname));
    yield { check: 'dns', target, ...dns };
    if (dns.status === 'fail') {
      for (const check of ['tcp', 'tls'] as const) yield { check, target, ...skip('there is no address') };
      return false;
    }
    const number = port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port);
    const tcp = checkTcp(`${bracketed}:${number}`, await probeTcp(hostname, number));
    yield { check: 'tcp', target, ...tcp };
    if (tcp.status === 'fail') {
      yield { check: 'tls', target, ...skip('there is no connection') };
      return false;
    }
  }
  const tls = judgeTls(url, settings, await inspectHost(url, settings));
  yield { check: 'tls', target, ...tls };
  return tls.status !== 'fail';
}

function judgeTls(url: string, { tls }: ResolvedSettings, inspection: HostInspection): Verdict {
  return checkTls({
    url,
    ...inspection,
    nowMs: Date.now(),
    pinnedRoots: tls.pinnedRoots,
    isVerified: tls.verify,
  });
}

async function readClock(settings: ResolvedSettings): Promise<Verdict> {
  try {
    const { serverDate, localMs } = await probeClock(settings);
    return checkClock(serverDate, localMs);
  } catch (error) {
    const { message, hint = 'check GIGACHAT_BASE_URL: something else seems to answer there' } =
      describeError(error);
    return failure('no-http-answer', message, asSentence(hint));
  }
}

async function* examineAccount(
  settings: GigaChatSettings,
  { credential, scope, model, baseUrl }: ResolvedSettings,
): AsyncGenerator<CheckResult> {
  const { refusal, models, balance } = await probeAccount(settings);
  yield { check: 'sign-in', ...checkSignIn({ kind: credential.kind, scope, refusal }) };
  const { host } = new URL(baseUrl);
  const notReached = (check: CheckName): CheckResult => ({
    check,
    ...skip(refusal === undefined ? 'the models were not listed' : 'not signed in'),
  });
  yield models === undefined
    ? notReached('models')
    : { check: 'models', ...checkModels({ host, wanted: model, outcome: models }) };
  yield balance === undefined
    ? notReached('balance')
    : { check: 'balance', ...checkBalance({ model, outcome: balance }) };
}

/** As an IPv6 address is written outside a URL. */
const withoutBrackets = (hostname: string): string => hostname.replace(/^\[|\]$/g, '');
