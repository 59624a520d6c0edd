/** The second generation beside the first: `https://host/api/v1` -> `https://host/api/v2`. Without a version, the same. */
export const v2UrlOf = (baseUrl: string): string => baseUrl.replace(/\/v\d+$/, '/v2');
