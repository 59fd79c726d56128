/** The request header in which middleware notes the path and query that were asked for. */
export const requestedPathHeader = 'x-portolan-path'

/** The request header in which middleware notes the request's id; answers say `X-Request-Id`. */
export const requestIdHeader = 'x-portolan-request'
