/** What to do about a connection that failed, by the system's own code. `fetch` has roots of its own. */
export function connectionHint(code: string, host: string, engine: 'undici' | 'fetch'): string | undefined {
  switch (code) {
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `the name ${host} did not resolve: check DNS, VPN and the URL settings (baseUrl, authUrl)`;
    case 'ECONNREFUSED':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'ETIMEDOUT':
    case 'UND_ERR_CONNECT_TIMEOUT':
      return host.endsWith(':9443')
        ? 'sign-in uses port 9443, which many firewalls close: open it, or set `proxy` (HTTPS_PROXY)'
        : 'check that the host is reachable from here: a firewall, a VPN, or a missing `proxy` (HTTPS_PROXY)';
    case 'SELF_SIGNED_CERT_IN_CHAIN':
    case 'DEPTH_ZERO_SELF_SIGNED_CERT':
    case 'UNABLE_TO_GET_ISSUER_CERT':
    case 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY':
    case 'UNABLE_TO_VERIFY_LEAF_SIGNATURE':
    case 'UNKNOWN_ISSUER':
      return engine === 'fetch'
        ? 'GigaChat chains to the Russian Trusted Root CA, which this `fetch` does not know: on Node leave out `fetch`; start Bun with NODE_EXTRA_CA_CERTS and Deno with DENO_CERT naming its file'
        : 'the server certificate chains to a root this runtime does not trust: give it as `tls.caFile` (GIGACHAT_CA_BUNDLE_FILE)';
    case 'CERT_HAS_EXPIRED':
      return 'the server certificate has expired, or the clock of this machine is wrong';
    case 'CERT_NOT_YET_VALID':
      return 'the clock of this machine seems to be slow';
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
      return 'the certificate was issued for another host: check `baseUrl` and `authUrl`';
    case 'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED':
    case 'ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE':
    case 'ERR_SSL_TLSV1_ALERT_UNKNOWN_CA':
    case 'ERR_SSL_SSLV3_ALERT_BAD_CERTIFICATE':
      return 'the server asks for a client certificate: give `tls.certFile` and `tls.keyFile` (GIGACHAT_CERT_FILE, GIGACHAT_KEY_FILE)';
    case 'ERR_SSL_WRONG_VERSION_NUMBER':
      return 'the port does not speak TLS: check http against https, and the port';
    default:
      return undefined;
  }
}
