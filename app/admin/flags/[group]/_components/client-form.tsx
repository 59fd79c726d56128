import Form from 'next/form'
import { Button } from '@/components/ui/button'
import { Card, CardBody, CardHeader } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import type { ReadGroup } from '@/lib/domain/flags/schema'
import { pathOptions } from './path-options'

/** Asks for a path of one client account's own. */
export function ClientForm({
  group,
  clients,
}: {
  group: ReadGroup | 'default'
  clients: readonly { id: string; name: string }[]
}) {
  return (
    <Card aria-label="One client">
      <CardHeader
        title="One client"
        description={
          group === 'default'
            ? 'A path of its own for all reads of one client account.'
            : 'A path of its own for these reads of one client account.'
        }
      />
      <CardBody>
        <Form action="/admin/flags/change" className="flex flex-wrap items-end gap-4">
          <input type="hidden" name="kind" value="client" />
          <input type="hidden" name="group" value={group === 'default' ? 'all' : group} />
          <Field id="client-id" label="Client" required className="flex-1 basis-48">
            {(control) => (
              <Select
                {...control}
                name="clientId"
                placeholder="Choose a client"
                options={clients.map(({ id, name }) => ({ value: id, label: name }))}
              />
            )}
          </Field>
          <Field id="client-path" label="reads by" className="flex-1 basis-64">
            {(control) => (
              <Select
                {...control}
                name="path"
                defaultValue="redis"
                options={[{ value: 'inherit', label: 'As the rules say' }, ...pathOptions]}
              />
            )}
          </Field>
          <Button type="submit">See what changes</Button>
        </Form>
      </CardBody>
    </Card>
  )
}
