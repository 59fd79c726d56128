import net from 'node:net'

/**
 * @param {number} port 0 lets the system choose
 * @param {string} [host] undefined: every interface, IPv6 included
 * @returns {Promise<number | null>} the port, or null when it is taken
 */
function tryListen(port, host) {
  return new Promise((resolve) => {
    const server = net.createServer()
    server.once('error', () => resolve(null))
    server.listen({ port, host, exclusive: true }, () => {
      const address = /** @type {net.AddressInfo} */ (server.address())
      server.close(() => resolve(address.port))
    })
  })
}

/**
 * Whether nothing listens at the port, neither on the loopback address nor on every interface.
 * @param {number} port
 */
export async function isPortFree(port) {
  return (await tryListen(port, '127.0.0.1')) !== null && (await tryListen(port)) !== null
}

/** A port that was free a moment ago. */
export async function findFreePort() {
  const port = await tryListen(0, '127.0.0.1')
  if (port === null) throw new Error('No free port could be found')
  return port
}

/**
 * The first free port at or after `first`, else any free one.
 * @param {number} first
 */
export async function findFreePortFrom(first) {
  for (let port = first; port < first + 20; port += 1) if (await isPortFree(port)) return port
  return findFreePort()
}

/**
 * Starts a server on the loopback address, at a port that the system chooses.
 * @param {net.Server} server
 * @returns {Promise<number>} its port
 */
export function listenLocally(server) {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      server.off('error', reject)
      resolve(/** @type {net.AddressInfo} */ (server.address()).port)
    })
  })
}
