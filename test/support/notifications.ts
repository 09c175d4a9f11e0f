import { secretsOf } from '../../src/lib/secrets.ts';
import { openNaming, openNotifications } from '../../src/modules/notifications/index.ts';

/** The secrets of the shops that tests make. */
export const test_secrets = secretsOf([{ id: '1', secret: Buffer.alloc(32, 7) }]);

/** What their notifications are called. */
export const naming = openNaming(test_secrets.current);

/** Plans what people are told, as their ledgers do. */
export const notificationsModule = openNotifications(naming);
