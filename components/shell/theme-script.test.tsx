import { createHash } from 'node:crypto'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { themeScriptSource } from '@/lib/http/security-headers'
import { ThemeProvider } from './theme-provider'
import { themeScript } from './theme-script'

test('the policy knows the script of the theme as it stands in a document', () => {
  const markup = renderToStaticMarkup(<ThemeProvider>page</ThemeProvider>)
  const [, text = ''] = /<script>(.*?)<\/script>/s.exec(markup) ?? []
  expect(text).toBe(themeScript)
  const digest = createHash('sha256').update(text).digest('base64')
  expect(themeScriptSource).toBe(`'sha256-${digest}'`)
})

test('no other script in it would run', () => {
  const markup = renderToStaticMarkup(<ThemeProvider>page</ThemeProvider>)
  expect(markup.match(/<script(?![^>]*type="text\/plain")/g)).toHaveLength(1)
})
