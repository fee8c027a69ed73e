/** The service's version, as its document and `/healthz` say it: that of `package.json`. */
export const VERSION = '0.1.0';
