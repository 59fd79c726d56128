import { execFileSync, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

/** @typedef {{ pid: number, startedAt: string }} ProcessIdentity a pid alone may be reused */

/** @param {number} pid */
export function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return !isZombie(pid)
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM'
  }
}

/** @param {number} pid @returns {string[] | null} the fields of /proc/PID/stat after the name */
function readStat(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  } catch {
    return null
  }
}

// A killed orphan stays a zombie where no init reaps it; it holds nothing any more.
/** @param {number} pid */
const isZombie = (pid) => readStat(pid)?.[0] === 'Z'

/** @param {number} pid @returns {string} when the process began, in the system's own notation */
function readStartTime(pid) {
  const fields = readStat(pid)
  if (fields) return fields[19] ?? ''
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim()
  } catch {
    return ''
  }
}

/** @param {number} pid @returns {ProcessIdentity} */
export function identify(pid) {
  return { pid, startedAt: readStartTime(pid) }
}

/** @param {ProcessIdentity | null | undefined} identity whether that very process still runs */
export function isStillRunning(identity) {
  return (
    identity?.pid !== undefined &&
    isAlive(identity.pid) &&
    readStartTime(identity.pid) === identity.startedAt
  )
}

/** @param {number} pid @param {number} withinMs @returns {Promise<boolean>} whether it ended */
export async function waitForEnd(pid, withinMs) {
  const deadline = Date.now() + withinMs
  while (isAlive(pid)) {
    if (Date.now() > deadline) return false
    await sleep(20)
  }
  return true
}

/** @param {number} pid @param {NodeJS.Signals} name */
function signalGroup(pid, name) {
  for (const target of process.platform === 'win32' ? [pid] : [-pid, pid]) {
    try {
      process.kill(target, name)
      return
    } catch {
      // The group may be gone while the process is not, or the other way round.
    }
  }
}

/**
 * Ends a process and what it started: politely first, then at once.
 * @param {number} pid leader of its own group
 * @param {{ signal?: NodeJS.Signals, withinMs?: number, last?: NodeJS.Signals }} [how]
 */
export async function endGroup(
  pid,
  { signal = 'SIGTERM', withinMs = 5000, last = 'SIGKILL' } = {},
) {
  signalGroup(pid, signal)
  if (await waitForEnd(pid, withinMs)) return
  signalGroup(pid, last)
  await waitForEnd(pid, 5000)
}

/** @type {Set<import('node:child_process').ChildProcess>} */
const runningCommands = new Set()

/**
 * Runs a command to its end.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions & { onOutput?: (text: string) => void }} [options]
 * @returns {Promise<{ code: number, output: string }>} output: both streams, in the order they came
 */
export function run(command, args, { onOutput, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      ...options,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    })
    runningCommands.add(child)
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text) => {
        output += text
        onOutput?.(text)
      })
    }
    child.once('error', reject)
    child.once('close', (code) => {
      runningCommands.delete(child)
      resolve({ code: code ?? 1, output })
    })
  })
}

/** Ends the commands that still run. */
export async function endRunningCommands() {
  await Promise.all([...runningCommands].map(({ pid }) => (pid ? endGroup(pid) : undefined)))
}
