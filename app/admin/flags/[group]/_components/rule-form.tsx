import Form from 'next/form'
import { Button } from '@/components/ui/button'
import { Card, CardBody, CardHeader } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import type { ReadGroup } from '@/lib/domain/flags/schema'
import type { FlagConsole } from '@/lib/server/flag-console/flag-console'
import { pathOptions } from './path-options'

interface RuleFormProps {
  group: ReadGroup | 'default'
  /** Whether a share of the client accounts can take another path. */
  ofClients: boolean
  console: FlagConsole
}

/** Asks for another rule; what it would do is shown before anything is written. */
export function RuleForm({ group, ofClients, console: { values, defaultRule } }: RuleFormProps) {
  const paths = values['cache-path']
  const rule = group === 'default' ? paths.default : paths.groups[group]
  const inherit = { value: 'inherit', label: `As all groups: ${defaultRule}` }
  return (
    <Card aria-label="Path">
      <CardHeader
        title="Path"
        description={
          ofClients
            ? 'For everybody, or for a share of the client accounts first. A larger share only adds.'
            : 'These reads belong to no client account, so they move for everybody at once.'
        }
      />
      <CardBody>
        <Form action="/admin/flags/change" className="flex flex-col gap-4">
          <input type="hidden" name="kind" value="rule" />
          <input type="hidden" name="group" value={group} />
          <Field id="rule-path" label="Everybody reads by">
            {(control) => (
              <Select
                {...control}
                name="path"
                defaultValue={rule?.path ?? 'inherit'}
                options={group === 'default' ? pathOptions : [inherit, ...pathOptions]}
              />
            )}
          </Field>
          {ofClients && (
            <div className="flex flex-wrap gap-4">
              <Field
                id="rule-percent"
                label="But so many of the client accounts, in %"
                hint="0 for none"
                className="basis-64"
              >
                {(control) => (
                  <Input
                    {...control}
                    name="percent"
                    type="number"
                    min={0}
                    max={100}
                    step="any"
                    defaultValue={rule?.rollout?.percent ?? 0}
                  />
                )}
              </Field>
              <Field id="rule-to" label="read by" className="flex-1 basis-64">
                {(control) => (
                  <Select
                    {...control}
                    name="to"
                    defaultValue={rule?.rollout?.path ?? 'redis'}
                    options={pathOptions}
                  />
                )}
              </Field>
            </div>
          )}
          <div>
            <Button type="submit" variant="primary">
              See who is concerned
            </Button>
          </div>
        </Form>
      </CardBody>
    </Card>
  )
}
