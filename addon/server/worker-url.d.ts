/** The Worker's address without a slash at its end, put in by the build. */
declare const __WORKER_URL__: string;
