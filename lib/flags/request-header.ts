/**
 * The request header by which middleware hands the digest of the values it obeyed to the page or
 * handler behind it. It only chooses among values that the process itself has read.
 */
export const flagsHeader = 'x-portolan-flags'
