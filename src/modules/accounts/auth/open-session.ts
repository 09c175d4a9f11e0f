import { createAuthEndpoint } from '@better-auth/core/api';
import { setSessionCookie } from 'better-auth/cookies';
import { z } from 'zod';

const wish = z.object({ account: z.string(), proof: z.string() });

/**
 * A way to begin a session for somebody whom we know by other means: a mailed code, a shop's word, an invitation. A
 * call of the server alone: it has no address.
 */
export function openSession() {
  return {
    id: 'open-session',
    endpoints: {
      openSession: createAuthEndpoint.serverOnly({ method: 'POST', body: wish }, async (context) => {
        const { account, proof } = context.body;
        const { internalAdapter } = context.context;
        const user = await internalAdapter.findUserById(account);
        if (!user) throw new Error('a session is begun for an account that is gone');
        const session = await internalAdapter.createSession(account, false, { proof });
        await setSessionCookie(context, { session, user });
        return context.json({});
      }),
    },
  };
}
