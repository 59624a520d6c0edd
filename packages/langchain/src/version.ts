/** The package's own version, named in the metadata of traces. */
export const packageVersion = '0.0.0';
