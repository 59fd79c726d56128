import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Button } from './button'
import { Confidence } from './confidence'
import { Field } from './field'
import { Input } from './input'
import { ProgressBar } from './progress-bar'
import { Status } from './status'

test('a status has a word beside its colour, an unknown one its own', () => {
  expect(renderToStaticMarkup(<Status status="waiting_for_approval" />)).toContain(
    'Waits for approval',
  )
  expect(renderToStaticMarkup(<Status status="lost_at_sea" />)).toContain('Lost at sea')
  expect(renderToStaticMarkup(<Status status="constructor" />)).toContain('Constructor')
})

test('a field names its control and ties hint and error to it', () => {
  const html = renderToStaticMarkup(
    <Field id="mail" label="E-mail" hint="At work" error="It has no @">
      {(control) => <Input {...control} />}
    </Field>,
  )
  expect(html).toContain('for="mail"')
  expect(html).toMatch(/<input[^>]*aria-describedby="mail-error mail-hint" aria-invalid="true"/)
  expect(html).toMatch(/id="mail-error"[^>]*>.*It has no @/)
})

test('a field without problems claims none', () => {
  const html = renderToStaticMarkup(
    <Field id="mail" label="E-mail">
      {(control) => <Input {...control} />}
    </Field>,
  )
  expect(html).not.toMatch(/aria-invalid=|aria-describedby=/)
})

test('a busy button keeps its place in the order of focus', () => {
  const html = renderToStaticMarkup(<Button busy>Save</Button>)
  expect(html).toContain('aria-disabled="true"')
  expect(html).not.toMatch(/\sdisabled=/)
})

test('a bar never shows more than all, nor "done" before it is', () => {
  expect(renderToStaticMarkup(<ProgressBar label="Rows" value={9} max={3} />)).toContain('100 %')
  expect(renderToStaticMarkup(<ProgressBar label="Rows" value={999} max={1000} />)).toContain(
    '99 %',
  )
  expect(renderToStaticMarkup(<ProgressBar label="Rows" />)).not.toContain('aria-valuenow')
})

test('a confidence is written as a figure', () => {
  expect(renderToStaticMarkup(<Confidence value={0.984} />)).toContain('98 %')
})
