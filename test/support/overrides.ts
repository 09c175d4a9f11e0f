import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect } from 'vitest';
import { renderStory } from '../../src/channels/email/render/examples.ts';
import type { RenderedEmail } from '../../src/channels/email/render/index.ts';
import { openLog } from '../../src/lib/log.ts';
import { typeNamed } from '../../src/modules/notifications/index.ts';
import { type Overrides, openOverrides } from '../../src/overrides/index.ts';

/** A template as a shop owner would write it: the least that is a mail. */
export const small_template = `<!doctype html><html lang="{{ locale }}"><body><h1>{{ headline }}</h1>
{% for sentence in sentences %}<p>{{ sentence }}</p>{% endfor %}
{% for section in sections %}{% case section.kind %}
{% when 'actions' %}{% for action in section.actions %}<a href="{{ action.url }}">{{ action.label }}</a>{% endfor %}
{% when 'items' %}{% for item in section.items %}<p>{{ item.title }} {{ item.detail }}
{% if item.action %}<a href="{{ item.action.url }}">{{ item.action.label }}</a>{% endif %}</p>{% endfor %}
{% endcase %}{% endfor %}
{% for line in footer %}<small>{{ line }}</small>{% endfor %}</body></html>`;

/** A shop's folder for each test of a file. */
export class OwnFolder {
  path = '';
  logged: string[] = [];
  #opened: Overrides | null = null;

  constructor() {
    beforeEach(async () => {
      this.path = await mkdtemp(join(tmpdir(), 'tidings-overrides-'));
      this.logged = [];
    });
    afterEach(async () => {
      this.close();
      await rm(this.path, { recursive: true });
    });
  }

  async put(file: string, content: string | object): Promise<void> {
    const path = join(this.path, file);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
  }

  /** @param where null: nobody says where */
  async open(where: string | null = this.path): Promise<Overrides> {
    const log = openLog({ level: 'info' }, (line) => void this.logged.push(line));
    this.#opened = await openOverrides({ folder: where, log });
    return this.#opened;
  }

  close(): void {
    this.#opened?.close();
    this.#opened = null;
  }

  /** Why the one thing that was put there is not used. */
  async refusalOf(path: string, content: string | object): Promise<string> {
    await this.put(path, content);
    const problems = (await this.open()).problems();
    expect(problems).toHaveLength(1);
    const { file, key, reason } = problems[0]!;
    expect(file).toBe(path);
    expect(this.logged.join('')).toContain(JSON.stringify(reason).slice(1, -1));
    return key === null ? reason : `${key} ${reason}`;
  }
}

export function confirmation(locale = 'en'): RenderedEmail {
  return renderStory('order_confirmed', typeNamed('order_confirmed').example, { locale });
}
