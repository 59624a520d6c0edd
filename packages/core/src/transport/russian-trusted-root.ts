/** SHA-256 of the Russian Trusted Root CA, published by the Ministry of Digital Development; valid to February 2032. */
export const russianTrustedRoot = 'd26d2d0231b7c39f92cc738512ba54103519e4405d68b5bd703e9788ca8ecf31';
