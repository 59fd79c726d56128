/** The request header in which middleware notes the path and query that were asked for. */
export const requestedPathHeader = 'x-portolan-path'
