import { html } from '../../../lib/html.ts';
import { phoneNumber } from '../../../modules/phones/index.ts';
import { isEmail } from '../../account/fields.ts';
import { layout } from '../../components/layout.ts';
import { field, hidden, mistakesBox } from './field.ts';
import type { Asked, ChangeForm } from './form.ts';
import { backToOrder } from './links.ts';
import { changePath } from './paths.ts';
import { typed } from './typed.ts';

/** Who ordered, and how we reach them: this can change as long as there is an order. */
export const contactForm: ChangeForm = {
  page: (asked) => contactPage(asked),
  read({ reading }, fields) {
    if (!('email' in fields)) return null;
    const { words, view } = reading;
    const { country } = view.ship_to;
    const [name, written, email] = [typed(fields, 'name'), typed(fields, 'phone'), typed(fields, 'email')];
    // A number that stands there already is left as it is, however it was written.
    const phone =
      written === null || written === view.customer.phone ? written : phoneNumber(written, country);
    const mistakes = {
      ...(name === null && { name: words.say('change.problem.name') }),
      ...(written !== null &&
        phone === null && { phone: words.say('change.problem.phone', { country: words.country(country) }) }),
      ...((email === null || !isEmail(email)) && { email: words.say('change.problem.email') }),
    };
    if (Object.keys(mistakes).length > 0) return { mistakes };
    return {
      draft: {
        wish: { customer: { name, phone, email: email! } },
        fields: { name: name!, phone: phone ?? '', email: email! },
        notices: [],
      },
    };
  },
};

function contactPage({ reading, fields, mistakes, token }: Asked) {
  const { words, view } = reading;
  const title = words.say('change.title.contact');
  const posted = 'email' in fields;
  const value = (name: 'name' | 'phone' | 'email') => (posted ? (fields[name] ?? '') : view.customer[name]);
  return layout(reading, {
    title,
    main: html`<div class="single"><h1>${title}</h1>${mistakesBox(words, mistakes)}<form method="post" action="${changePath(
      reading,
      view.number,
      'contact',
    )}" autocomplete="on">${hidden({ token })}${field(words, {
      ...{ name: 'name', value: value('name'), autocomplete: 'name', required: true, mistake: mistakes.name },
    })}${field(words, {
      ...{ name: 'phone', value: value('phone'), autocomplete: 'tel', type: 'tel', mistake: mistakes.phone },
      hint: words.say('change.contact.phone_hint'),
    })}${field(words, {
      ...{ name: 'email', value: value('email'), autocomplete: 'email', type: 'email', required: true },
      ...{ mistake: mistakes.email, hint: words.say('change.contact.email_hint') },
    })}<button class="btn btn-primary">${words.say('change.show')}</button></form>${backToOrder(reading)}</div>`,
  });
}
