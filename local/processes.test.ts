import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterAll, expect, test } from 'vitest'
import { endGroup, identify, isAlive, isStillRunning, run, waitForEnd } from './processes.mjs'

const script = 'setInterval(() => {}, 1000); console.log("up")'
const started: number[] = []

/** @returns the process and the first thing it says */
async function startProcess(code = script): Promise<{ pid: number; words: string }> {
  const child = spawn(process.execPath, ['-e', code], {
    detached: true,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const [words] = await once(child.stdout, 'data')
  const pid = child.pid ?? 0
  started.push(pid)
  return { pid, words: String(words) }
}

afterAll(async () => {
  for (const pid of started) await endGroup(pid, { signal: 'SIGKILL' })
})

test('a process is known again, another one with its pid is not', async () => {
  const { pid } = await startProcess()
  const identity = identify(pid)
  expect(isStillRunning(identity)).toBe(true)
  expect(isStillRunning({ ...identity, startedAt: 'another time' })).toBe(false)
  await endGroup(pid)
  expect(isStillRunning(identity)).toBe(false)
  expect(isStillRunning(null)).toBe(false)
})

test('a group ends with what it started', async () => {
  const { pid, words } = await startProcess(
    `const { spawn } = require('node:child_process')
     console.log(spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']).pid)
     setInterval(() => {}, 1000)`,
  )
  expect(isAlive(Number(words))).toBe(true)
  await endGroup(pid)
  expect(isAlive(pid)).toBe(false)
  expect(await waitForEnd(Number(words), 5000)).toBe(true)
})

test('a process that ignores the polite signal is ended all the same', async () => {
  const { pid } = await startProcess(`process.on('SIGTERM', () => {}); ${script}`)
  await endGroup(pid, { withinMs: 50 })
  expect(isAlive(pid)).toBe(false)
})

test('a command’s output and exit code come back', async () => {
  const code = 'console.log("out"); console.error("err"); process.exit(3)'
  const result = await run(process.execPath, ['-e', code])
  expect(result.code).toBe(3)
  expect(result.output).toContain('out')
  expect(result.output).toContain('err')
})
