/** The Worker's address without a slash at its end, put in by the build. */
declare const __WORKER_URL__: string;
/** True in the editor add-on, false in the script of one workbook; put in by the build. */
declare const __EDITOR_ADDON__: boolean;
