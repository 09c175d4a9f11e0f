import { randomUUID } from 'node:crypto';
import type { Context, Hono } from 'hono';
import { CodeLimits } from '../../account/mail-code.ts';
import { formToken } from '../../http/session.ts';
import { orderPath } from '../../page.ts';
import type { Answer, Site } from '../../site.ts';
import { believedForm, type Fields, readFields } from '../help/forms.ts';
import { forbidden, type Opened, open } from '../help/open.ts';
import { identify } from '../identify.ts';
import { addressForm } from './address.ts';
import { type Answered, askAbout, carryOut } from './answer.ts';
import { contactForm } from './contact.ts';
import { deliveryForm } from './delivery.ts';
import type { ChangeForm, Mistakes } from './form.ts';
import { CHANGES, type ChangeName, changePath } from './paths.ts';
import { pickupForm } from './pickup.ts';

const FORMS: Readonly<Record<ChangeName, ChangeForm>> = {
  address: addressForm,
  contact: contactForm,
  delivery: deliveryForm,
  pickup: pickupForm,
};

/**
 * `/orders/{number}/change/{what}`: a form; then what would be another, in a sentence; then, by POST, it is. What is
 * typed about a person travels by POST from the first step on: an address stands in no history and no log.
 */
export function changeRoutes(app: Hono, site: Site): void {
  const limits = new CodeLimits(site);
  // What can be changed stands on the order itself.
  app.get('/orders/:number/change', async (context) => {
    const opened = await open(context, site);
    if (opened instanceof Response) return opened;
    return site.redirect(opened.visit, orderPath(opened.reading, opened.stored.number));
  });
  for (const name of CHANGES) {
    app.get(`/orders/:number/change/${name}`, async (context) => {
      const opened = await identified(context, site, name);
      if (opened instanceof Response) return opened;
      const fields = context.req.query();
      const reply = await FORMS[name].read(opened, fields, site);
      if (!reply || 'mistakes' in reply) return form(context, site, opened, { name, fields, mistakes: {} });
      return askAbout(answered(context, site, opened, name), reply.draft, limits);
    });

    app.post(`/orders/:number/change/${name}`, async (context) => {
      const opened = await identified(context, site, name);
      if (opened instanceof Response) return opened;
      const fields = await readFields(site, context);
      // The first step has no id of its own yet; it must come from our page all the same.
      const form_id = fields.form ?? randomUUID();
      if (!believedForm(site, context, opened.visit, opened.stored.number, { ...fields, form: form_id })) {
        return forbidden(context, site, opened);
      }
      const reply = await FORMS[name].read(opened, fields, site);
      if (!reply || 'mistakes' in reply || fields.step === 'edit') {
        const mistakes = reply && 'mistakes' in reply ? reply.mistakes : {};
        return form(context, site, opened, { name, fields, mistakes });
      }
      const asked = { ...answered(context, site, opened, name), form_id };
      return fields.step === 'confirm'
        ? carryOut(asked, reply.draft, fields, limits)
        : askAbout(asked, reply.draft, limits);
    });
  }
}

/** The order, for somebody who has shown that they read its mail. */
async function identified(context: Context, site: Site, name: ChangeName): Promise<Opened | Response> {
  const opened = await open(context, site);
  if (opened instanceof Response) return opened;
  const { visit, stored } = opened;
  // Where to go on to: a choice made already goes with it, what was typed does not.
  const { search } = new URL(context.req.url);
  const back = changePath({ base: '' }, stored.number, name) + (context.req.method === 'GET' ? search : '');
  return (await identify(context, site, { visit, stored, back })) ?? opened;
}

function answered(context: Context, site: Site, opened: Opened, name: ChangeName): Answered {
  return { ...opened, context, site, name, form_id: randomUUID(), token: tokenOf(site, opened) };
}

async function form(
  context: Context,
  site: Site,
  opened: Opened,
  { name, fields, mistakes }: { name: ChangeName; fields: Fields; mistakes: Mistakes },
): Promise<Answer> {
  const { view } = opened.reading;
  if (name !== 'contact' && view.can_change.why_not !== null) {
    return site.redirect(opened.visit, orderPath(opened.reading, view.number));
  }
  const page = await FORMS[name].page({
    ...opened,
    context,
    site,
    fields,
    mistakes,
    token: tokenOf(site, opened),
  });
  const status = Object.keys(mistakes).length > 0 ? 422 : 200;
  return site.send(context, opened.visit, page, { status, secret: true });
}

function tokenOf({ deps }: Site, { visit, stored }: Opened): string {
  return formToken(deps.secrets, visit.session!, stored.number);
}
