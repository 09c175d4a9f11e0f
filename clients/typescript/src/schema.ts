// Written by `npm run client` from GET /openapi.json. Do not change it by hand.
export interface paths {
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Is the process up? */
        get: operations["getHealthz"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the metrics of the process, for Prometheus */
        get: operations["getMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Is the database reachable and migrated? */
        get: operations["getReadyz"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the keys that work */
        get: operations["getApiKeys"];
        put?: never;
        /**
         * Make a key; its secret is shown in this answer and never again
         * @description `orders:write` includes reading. `seller:<id>` narrows a key to the part of that seller; alone it reads and writes.
         */
        post: operations["postApiKeys"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/api-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke a key, at once */
        delete: operations["deleteApiKeysId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/batch/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Place many orders
         * @description At most 1000 at once. Each is placed or refused by itself; the results come in the order of the items.
         */
        post: operations["postBatchOrders"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/carriers/{source}/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Receive the webhook of a tracking service
         * @description The raw body of the source, with its signature. Always 202 once stored; repeated deliveries change nothing.
         */
        post: operations["postCarriersSourceWebhooks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List cases
         * @description With `status=open` those whose answer is due soonest come first, otherwise the newest.
         */
        get: operations["getCases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a case, with what was said in it */
        get: operations["getCasesId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Agree to cancel what is being packed, or decline
         * @description Only of a case of the kind `cancellation`. Accepted, what has not left is canceled and the refund issued in the same commit. What is dispatched meanwhile declines it by itself.
         */
        post: operations["postCasesIdAnswer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{id}/closure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say that a case is settled
         * @description A seller says something first: no question ends without a word.
         */
        post: operations["postCasesIdClosure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say something in a case
         * @description What the seller says stops its clock; what the buyer says starts it, unless it runs.
         */
        post: operations["postCasesIdMessages"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/channels/sms/{provider}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Receive a text that somebody sent to us
         * @description STOP ends texts to its sender, START begins them again, HELP is answered; in other languages too. Anything else is not answered and not kept. Repeated deliveries change nothing.
         */
        post: operations["postChannelsSmsProviderMessages"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/channels/sms/{provider}/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same, as Kannel calls it */
        get: operations["getChannelsSmsProviderReports"];
        put?: never;
        /**
         * Receive what became of a text
         * @description A text that never arrived is `failed`, and mandatory news goes by the next channel.
         */
        post: operations["postChannelsSmsProviderReports"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Erase a customer
         * @description Names, addresses, messages and everything else that says who they were goes; orders stay without it, since the law of taxes wants them. It is the shop that decides: orders that are not over are erased at once too, unless `keep_open=true` waits for them. Money that is to be paid back never waits. Asked again while it is under way it is the same erasure, and orders that were kept are looked at again at once, or kept no longer. Other systems hear of each order by `buyer.erased`.
         */
        delete: operations["deleteCustomersId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/{id}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everything that is kept about a customer
         * @description All orders under the id, and all orders under the address they proved when they signed in.
         */
        get: operations["getCustomersIdExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/{id}/preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How and when a customer wants to be told
         * @description Whoever never said anything has the defaults.
         */
        get: operations["getCustomersIdPreferences"];
        /**
         * Say how and when a customer wants to be told
         * @description Puts these in place of those before; what is left out is as by default. What is held at this moment is decided anew.
         */
        put: operations["putCustomersIdPreferences"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/delivery-prices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read what each way of delivery costs, in every currency */
        get: operations["getDeliveryPrices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/delivery-prices/{currency}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Publish what each way of delivery costs
         * @description Buyers are offered the options that have a price in the currency of their order.
         */
        put: operations["putDeliveryPricesCurrency"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/erasures/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far an erasure is */
        get: operations["getErasuresId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the invitations to a desk that can still be accepted */
        get: operations["getInvitations"];
        put?: never;
        /**
         * Invite somebody to a desk, by mail or by a link
         * @description They accept at the link within 7 days and choose how they will sign in. Somebody who works there already gets a new way in and this role, and every way in they had ends. An invitation that is still open for this address and desk ends: invite again to send one again.
         */
        post: operations["postInvitations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invitations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Withdraw an open invitation: its link opens nothing from now on */
        delete: operations["deleteInvitationsId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/listings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what can be bought */
        get: operations["getListings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/listings/{sku}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a listing, whether it can be bought or not */
        get: operations["getListingsSku"];
        /** Describe a listing */
        put: operations["putListingsSku"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/lookups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Look an order up by its number and the e-mail address it was placed with
         * @description No key. One and the same 404 for a wrong number, a wrong address and no order at all. Limited per address and per order number. It changes nothing, so an Idempotency-Key has no effect.
         */
        post: operations["postLookups"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what people were told, newest first */
        get: operations["getNotifications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/notifications/{id}/rendered": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The exact message: as it was sent, or as it would leave now */
        get: operations["getNotificationsIdRendered"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/notifications/{id}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send it again
         * @description What was sent before leaves with a new Message-ID, since mail programs show an id once; what never left keeps its own. One that waits already is left as it is.
         */
        post: operations["postNotificationsIdResend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List orders, newest first */
        get: operations["getOrders"];
        put?: never;
        /**
         * Place an order
         * @description The same number with the same content again answers 200 and nothing happens twice. A line without a promise gets a computed one. Sellers and SKUs nobody described are accepted with defaults.
         */
        post: operations["postOrders"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an order */
        get: operations["getOrdersNumber"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{number}/buyer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Erase the buyer of one order
         * @description For guests: whoever bought this order is erased from it, and from it alone, at once unless `keep_open=true` waits until it is over.
         */
        delete: operations["deleteOrdersNumberBuyer"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{number}/cancellations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel what has not been dispatched
         * @description All or nothing. The refund is worked out and issued in the same commit, never more than was paid. With `preview` nothing is stored: the answer is the order as it would be.
         */
        post: operations["postOrdersNumberCancellations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{number}/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask the seller, or the buyer, something about an order
         * @description Begins a conversation, and a clock: the seller is to answer by the same time of its next business day. The same request again, while the first is open, is the first; other words are added to it. With `cancellation` is asked for what can no longer be canceled at once, because it is being packed.
         */
        post: operations["postOrdersNumberCases"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{number}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change where an order goes, how, or how its buyer is reached, before it leaves
         * @description All or nothing, and at once. Fields that are absent stay; who leaves a pickup point says the whole address. Another way of delivery costs the difference of the published prices and moves the promise by the transit table; `result.amount` says how much more, a negative one is refunded as far as it was paid. With `preview` nothing is stored: the answer is the order as it would be.
         */
        post: operations["postOrdersNumberChanges"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{number}/delay-decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Wait for a late line, or cancel it
         * @description The answer to the `decision` of a line, all or nothing. To cancel takes off what can still be canceled of it and refunds it in the same commit. The same answer again does nothing. After the day `until` nobody needs to answer: `without_answer` is carried out.
         */
        post: operations["postOrdersNumberDelayDecisions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{number}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything that is kept about the buyer of one order */
        get: operations["getOrdersNumberExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{number}/handoffs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hand an order to the warehouse
         * @description Does not stand against canceling; a packing does.
         */
        post: operations["postOrdersNumberHandoffs"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{number}/invoices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record an invoice */
        post: operations["postOrdersNumberInvoices"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{number}/mail-stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Ask whether mail reaches the buyer of an order */
        get: operations["getOrdersNumberMailStop"];
        put?: never;
        post?: never;
        /**
         * Say that the address of an order works again
         * @description What came back from it before is forgotten, also for other orders with the same address.
         */
        delete: operations["deleteOrdersNumberMailStop"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{number}/packings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say that the seller has begun packing
         * @description What is being packed cannot be canceled at once any more.
         */
        post: operations["postOrdersNumberPackings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{number}/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record money that arrived
         * @description The same method, reference and amount again does nothing. Too much or too little is accepted.
         */
        post: operations["postOrdersNumberPayments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{number}/promises": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Revise the promised dates of some lines
         * @description A later latest date is a delay and the buyer gets an apology; an earlier one is good news. The same dates again are no revision.
         */
        post: operations["postOrdersNumberPromises"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{number}/refunds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give money back out of goodwill
         * @description A cancellation refunds by itself. Money is recorded, not moved: the refund is `to_execute`.
         */
        post: operations["postOrdersNumberRefunds"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{number}/refunds/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Say that a refund arrived, or failed */
        patch: operations["patchOrdersNumberRefundsId"];
        trace?: never;
    };
    "/v1/orders/{number}/shipments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Dispatch some quantities of some lines
         * @description Lines of one seller only. The same `id` with the same content answers 200. Scans that came before their shipment are joined.
         */
        post: operations["postOrdersNumberShipments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{number}/shipments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change carrier, tracking number or lines of a shipment
         * @description What is absent stays as it is.
         */
        patch: operations["patchOrdersNumberShipmentsId"];
        trace?: never;
    };
    "/v1/orders/{number}/shipments/{id}/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put a wrong scan right, by a person
         * @description The only way back from delivered.
         */
        post: operations["postOrdersNumberShipmentsIdCorrections"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{number}/shipments/{id}/void": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Void a shipment that was registered by mistake
         * @description Its quantities are open again.
         */
        post: operations["postOrdersNumberShipmentsIdVoid"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{number}/status-tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let a page of the shop show an order's state for a while
         * @description For `<tidings-order-status token="...">` on a page whose reader the shop knows. Opens the state of the order (dates, steps, items, tracking) for 60 minutes, and no name, address or price. It changes nothing, so an Idempotency-Key has no effect.
         */
        post: operations["postOrdersNumberStatusTokens"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{number}/story": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the story of an order: every fact, oldest first */
        get: operations["getOrdersNumberStory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{number}/withdrawals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Declare that the buyer withdraws from the contract
         * @description What has not left is canceled and refunded in the same commit; the rest is to come back. A declaration after the period is one too, and says so (`within_period`). The acknowledgement is in `result`, and is mailed to the address given at once. Not for sellers' keys: it is the buyer's word.
         */
        post: operations["postOrdersNumberWithdrawals"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List who works at a desk */
        get: operations["getPeople"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove somebody; they are signed out everywhere, at once, and told by mail */
        delete: operations["deletePeopleId"];
        options?: never;
        head?: never;
        /** Give somebody another role, at once; they are told by mail */
        patch: operations["patchPeopleId"];
        trace?: never;
    };
    "/v1/pickup-points": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Find pickup points near a place */
        get: operations["getPickupPoints"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pickup-points/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a pickup point, whether it is still used or not */
        get: operations["getPickupPointsId"];
        /** Describe a pickup point */
        put: operations["putPickupPointsId"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sellers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a seller */
        get: operations["getSellersId"];
        /** Describe a seller */
        put: operations["putSellersId"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sellers/{id}/listing-status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Take a seller's listings off sale for a while, or back on
         * @description Inactive from `from` until `until`; null leaves that side open. Either is an instant, or a calendar date in the time zone of the seller: off sale from the beginning of the day `from` to the end of the day `until`. The answer has instants.
         */
        put: operations["putSellersIdListingStatus"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sellers/{id}/preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How and when a seller wants to be told
         * @description Whoever never said anything has the defaults.
         */
        get: operations["getSellersIdPreferences"];
        /**
         * Say how and when a seller wants to be told
         * @description Puts these in place of those before; what is left out is as by default. What is held at this moment is decided anew.
         */
        put: operations["putSellersIdPreferences"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read how this installation is set */
        get: operations["getSettings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tracking-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Report what carriers scanned
         * @description In any order, as often as one likes. One invalid item refuses the array. Scans of numbers nobody has registered yet are kept, and joined when somebody does.
         */
        post: operations["postTrackingEvents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the endpoints, newest first */
        get: operations["getWebhookEndpoints"];
        put?: never;
        /**
         * Tell another system what happens
         * @description Every fact is posted to the URL, signed by Standard Webhooks 1.0.0. A key of a seller makes endpoints that are told that seller's part of its orders; `seller` does the same for the shop's admin. At most 20 for the shop and for each seller.
         */
        post: operations["postWebhookEndpoints"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an endpoint, and how it stands with it */
        get: operations["getWebhookEndpointsId"];
        put?: never;
        post?: never;
        /** End an endpoint, at once, with its log */
        delete: operations["deleteWebhookEndpointsId"];
        options?: never;
        head?: never;
        /**
         * Change an endpoint; disable or enable it
         * @description What is absent stays. While it is disabled nothing is planned for it; what waited when it was disabled leaves when it is enabled again.
         */
        patch: operations["patchWebhookEndpointsId"];
        trace?: never;
    };
    "/v1/webhook-endpoints/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What an endpoint was told, newest first
         * @description Every try with its answer, and when it is tried next. Kept for 30 days.
         */
        get: operations["getWebhookEndpointsIdDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints/{id}/deliveries/{delivery}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tell it again
         * @description Under the same `webhook-id`, whether it had arrived or was given up. One that waits is left as it is.
         */
        post: operations["postWebhookEndpointsIdDeliveriesDeliveryReplay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints/{id}/replays": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tell again everything that was given up
         * @description The oldest 1000 of them; ask again for more.
         */
        post: operations["postWebhookEndpointsIdReplays"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints/{id}/secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give an endpoint a new secret
         * @description For 24 hours messages carry a signature by the old one as well.
         */
        post: operations["postWebhookEndpointsIdSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a test message now, and see what comes back
         * @description A signed message of the type `endpoint.tested`, sent once, also to a disabled endpoint.
         */
        post: operations["postWebhookEndpointsIdTest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface webhooks {
    "buyer.erased": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * buyer.erased
         * @description Who bought it asked to be forgotten, or the shop forgot them: forget them too (GDPR, Article 19). `customer`: what stands in place of their id; null: it was a guest.
         */
        post: operations["onBuyerErased"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "case.answer_neared": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * case.answer_neared
         * @description The seller has not answered yet, and has not much longer.
         */
        post: operations["onCaseAnswerNeared"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "case.closed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * case.closed
         * @description A case ended, once; `cancellation`: the seller agreed to cancel.
         */
        post: operations["onCaseClosed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "case.message_added": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * case.message_added
         * @description Something was said in a case; without `answer_due` the seller said it.
         */
        post: operations["onCaseMessageAdded"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "case.opened": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * case.opened
         * @description Something was asked about the order; `answer_due`: by when its seller is to answer.
         */
        post: operations["onCaseOpened"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "case.overdue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * case.overdue
         * @description The seller did not answer in time.
         */
        post: operations["onCaseOverdue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "delay_decision.asked": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * delay_decision.asked
         * @description These lines come later than their buyer counted on: to wait, or to cancel? `without_answer` is carried out after the day `until`. `new_latest` null: nobody knows when they come. `change`: version of the fact that is the delay.
         */
        post: operations["onDelayDecisionAsked"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "delay_decision.closed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * delay_decision.closed
         * @description Nobody needs to decide any more: the lines have left, were canceled, or are promised anew.
         */
        post: operations["onDelayDecisionClosed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "delay_decision.made": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * delay_decision.made
         * @description A delay was decided about. Canceled lines and the refund are events of their own.
         */
        post: operations["onDelayDecisionMade"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "forecast.changed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * forecast.changed
         * @description The carrier believes in another day of delivery.
         */
        post: operations["onForecastChanged"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "handling.begun": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * handling.begun
         * @description The order can be sent from now on: what must leave by which day.
         */
        post: operations["onHandlingBegun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "invoice.issued": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * invoice.issued
         * @description There is an invoice.
         */
        post: operations["onInvoiceIssued"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "lines.canceled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * lines.canceled
         * @description Units were taken off before they left; `everything`: nothing of the order remains.
         */
        post: operations["onLinesCanceled"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "order.changed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * order.changed
         * @description Where the order goes, how, or how its buyer is reached is another now: read it again. `surcharge`: what it costs more.
         */
        post: operations["onOrderChanged"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "order.handed_off": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * order.handed_off
         * @description The order is with the warehouse.
         */
        post: operations["onOrderHandedOff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "order.placed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * order.placed
         * @description An order was placed.
         */
        post: operations["onOrderPlaced"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "order.split": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * order.split
         * @description The first shipment left something open.
         */
        post: operations["onOrderSplit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "packing.begun": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * packing.begun
         * @description The seller has begun packing these units.
         */
        post: operations["onPackingBegun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "payment.received": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * payment.received
         * @description The buyer has paid. Sellers are not told.
         */
        post: operations["onPaymentReceived"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "pickup.expiry_neared": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * pickup.expiry_neared
         * @description A parcel still waits to be collected, and goes back soon.
         */
        post: operations["onPickupExpiryNeared"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "promise.passed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * promise.passed
         * @description The last promised day is over, and these lines have not left.
         */
        post: operations["onPromisePassed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "promise.revised": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * promise.revised
         * @description The buyer was promised other days; `delay`: later ones.
         */
        post: operations["onPromiseRevised"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "refund.failed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * refund.failed
         * @description The refund could not be executed.
         */
        post: operations["onRefundFailed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "refund.issued": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * refund.issued
         * @description Money is to go back to the buyer: execute it, then conclude the refund.
         */
        post: operations["onRefundIssued"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "refund.settled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * refund.settled
         * @description The money has gone back.
         */
        post: operations["onRefundSettled"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "scan.recorded": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * scan.recorded
         * @description A carrier reported; `moved`: it is the newest report and set the stage.
         */
        post: operations["onScanRecorded"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "ship_by.neared": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * ship_by.neared
         * @description The day by which the seller is to send something is near, and it is still open.
         */
        post: operations["onShipByNeared"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "shipment.changed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * shipment.changed
         * @description Carrier, number or content of a shipment were put right; what is absent did not change.
         */
        post: operations["onShipmentChanged"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "shipment.corrected": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * shipment.corrected
         * @description A person put a wrong report right.
         */
        post: operations["onShipmentCorrected"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "shipment.delivered": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * shipment.delivered
         * @description A shipment has arrived.
         */
        post: operations["onShipmentDelivered"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "shipment.dispatched": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * shipment.dispatched
         * @description A shipment has left.
         */
        post: operations["onShipmentDispatched"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "shipment.stalled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * shipment.stalled
         * @description Nobody has heard of a shipment for days; `since`: the last sign of it.
         */
        post: operations["onShipmentStalled"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "shipment.voided": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * shipment.voided
         * @description A shipment never left: its units are open again.
         */
        post: operations["onShipmentVoided"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "withdrawal.declared": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * withdrawal.declared
         * @description The buyer withdrew from the contract for these units: what has left or is packed comes back.
         */
        post: operations["onWithdrawalDeclared"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        Acknowledgement: {
            /** Format: date-time */
            declared_at: string;
            email: string;
            lines: {
                line: string;
                quantity: number;
            }[];
            name: string;
            order: string;
            time_zone: string;
            /** Format: date */
            until: string | null;
            within_period: boolean;
        };
        Adjustment: {
            amount: number;
            /**
             * Format: date-time
             * @example 2026-11-21T10:00:00Z
             */
            at: string;
            id: string;
            /** @enum {string} */
            kind: "cancellation" | "refund" | "return" | "claim_code" | "change";
            lines: {
                line: string;
                quantity: number;
            }[];
            reference: string | null;
            /** @enum {string|null} */
            status: "to_execute" | "settled" | "failed" | null;
        };
        ApiKey: {
            /** Format: date-time */
            created_at: string;
            id: string;
            label: string;
            scopes: string[];
        };
        Case: {
            /**
             * Format: date-time
             * @description By when the seller is to answer
             * @example 2026-11-21T10:00:00Z
             */
            answer_due: string | null;
            /**
             * Format: date-time
             * @example 2026-11-21T10:00:00Z
             */
            closed_at: string | null;
            /**
             * @description Who began it
             * @enum {string}
             */
            from: "buyer" | "seller";
            id: string;
            /** @enum {string} */
            kind: "question" | "wrong_item" | "defective" | "damaged" | "not_received" | "missed_delivery" | "invoice_missing" | "order_change" | "cancellation" | "complaint";
            lines: {
                line: string;
                quantity: number;
            }[];
            message_count: number;
            /**
             * Format: date-time
             * @example 2026-11-21T10:00:00Z
             */
            opened_at: string;
            /** @enum {string|null} */
            outcome: "resolved" | "withdrawn" | "accepted" | "declined" | "dispatched" | "delivered" | "canceled" | null;
            overdue: boolean;
            seller: string;
            shipment: string | null;
            /**
             * @description `open`: it waits for the seller
             * @enum {string}
             */
            status: "open" | "answered" | "closed";
            /** @description What is to happen to a parcel that was missed */
            wish: {
                /**
                 * Format: date
                 * @example 2026-12-01
                 */
                day: string | null;
                /** @enum {string} */
                to: "another_day" | "another_address" | "pickup_point";
            } | null;
        };
        ChangedOrder: components["schemas"]["Order"] & {
            result: {
                amount?: number;
                id: string;
                kind: string;
            } & {
                [key: string]: unknown;
            };
        };
        DelayDecision: {
            /**
             * Format: date-time
             * @example 2026-11-21T10:00:00Z
             */
            at?: string | null;
            /** @enum {string|null} */
            by?: "customer" | "shop" | null;
            /** @enum {string} */
            decision: "wait" | "cancel";
            lines: string[];
        };
        /** @description Minor units, tax included; null or absent: the shop does not offer it */
        DeliveryPrices: {
            /** @default null */
            expedited?: number | null;
            /** @default null */
            one_day?: number | null;
            /** @default null */
            pickup_point?: number | null;
            /** @default null */
            same_day?: number | null;
            /** @default null */
            standard?: number | null;
        };
        Erasure: {
            /** Format: date-time */
            asked_at: string;
            /**
             * Format: date-time
             * @description Null: it is under way
             */
            done_at: string | null;
            id: string;
            /** @description Orders that are kept because they are not over: their buyer is erased as soon as they are, after 180 days in any case. `sending`: a message is leaving, a minute later. The first hundred */
            kept: {
                number: string;
                /** @enum {string|null} */
                reason: "to_send" | "on_the_way" | "coming_back" | "request" | "sending" | null;
            }[];
            orders: {
                erased: number;
                total: number;
            };
        };
        Export: {
            about: {
                customer: string | null;
                emails: string[];
            };
            format: string;
            /** Format: date-time */
            made_at: string;
            /** @description Each as its buyer sees it, with every row kept about it, by the name of its table */
            orders: {
                order: {
                    [key: string]: unknown;
                };
                records: {
                    [key: string]: unknown;
                };
            }[];
            /** @description What is about no order: sign-in, wishes, letters */
            records: {
                [key: string]: unknown;
            };
            shop: string;
        };
        Fact: {
            actor: string;
            /** Format: date-time */
            at: string;
            data: {
                [key: string]: unknown;
            };
            /** @description The words that came with it */
            note: string | null;
            /** Format: date-time */
            recorded_at: string;
            type: string;
            version: number;
        };
        Invitation: components["schemas"]["OpenInvitation"] & {
            /** @description Opens it, once. It is shown in this answer and never again */
            url: string;
        };
        LineQuantity: {
            line: string;
            quantity: number;
        };
        ListedCase: components["schemas"]["Case"] & {
            order: string;
        };
        Listing: {
            /** @enum {string} */
            availability: "in_stock" | "preorder" | "backorder" | "out_of_stock";
            currency: string;
            description: string | null;
            handling_days: number | null;
            image_url: string | null;
            price: number;
            seller: string;
            ships_after: string | null;
            sku: string;
            title: string;
        };
        ListingDescription: {
            /** @enum {string} */
            availability: "in_stock" | "preorder" | "backorder" | "out_of_stock";
            /** @example USD */
            currency: string;
            /** @default null */
            description?: string | null;
            /** @default null */
            handling_days?: number | null;
            /**
             * Format: uri
             * @default null
             * @example https://shop.example.com/invoices/1.pdf
             */
            image_url?: string | null;
            price: number;
            seller: string;
            /**
             * Format: date
             * @default null
             * @example 2026-12-01
             */
            ships_after?: string | null;
            title: string;
        };
        ListingStatus: {
            /**
             * @description A calendar date, which begins (`from`) and ends (`until`, that day included) by the seller's clocks, or an instant
             * @example 2026-12-24
             */
            from?: string;
            /** @enum {string} */
            status: "active" | "inactive";
            /**
             * @description A calendar date, which begins (`from`) and ends (`until`, that day included) by the seller's clocks, or an instant
             * @example 2026-12-24
             */
            until?: string;
        };
        LookedUpOrder: {
            adjustments: components["schemas"]["Adjustment"][];
            can_change: {
                why_not: string | null;
            };
            cases: components["schemas"]["Case"][];
            changes: components["schemas"]["OrderChange"][];
            currency: string;
            customer: {
                email: string;
                id: string | null;
                name: string | null;
                phone: string | null;
            };
            delayed: boolean;
            /** @enum {string} */
            delivery_option: "standard" | "expedited" | "one_day" | "same_day" | "pickup_point";
            handoffs: {
                /**
                 * Format: date-time
                 * @example 2026-11-21T10:00:00Z
                 */
                at: string;
            }[];
            invoices: {
                /**
                 * Format: date-time
                 * @example 2026-11-21T10:00:00Z
                 */
                issued_at: string;
                number: string;
                url: string | null;
            }[];
            lines: components["schemas"]["OrderLine"][];
            locale: string;
            number: string;
            payment: {
                /** @enum {string} */
                method: "card" | "transfer" | "cash_on_delivery" | "other";
                paid: number;
                refunded: number;
                /** @enum {string} */
                status: "pending" | "authorized" | "paid" | "partially_refunded" | "refunded";
            };
            /**
             * Format: date-time
             * @example 2026-11-21T10:00:00Z
             */
            placed_at: string;
            returns: unknown[];
            ship_to: {
                city: string | null;
                country: string;
                line1: string | null;
                line2: string | null;
                name: string | null;
                pickup_point: string | null;
                postal_code: string | null;
                region: string | null;
            };
            shipments: components["schemas"]["Shipment"][];
            /** @enum {string} */
            status: "canceled" | "returned" | "delivered" | "partially_shipped" | "partially_delivered" | "shipped" | "awaiting_payment" | "invoiced" | "awaiting_packing" | "processing";
            status_explanation: string;
            status_label: string;
            status_token: components["schemas"]["StatusToken"];
            time_zone: string;
            totals: {
                discount: number;
                items: number;
                shipping: number;
                tax: number;
                total: number;
            };
            version: number;
            withdrawals: components["schemas"]["Withdrawal"][];
        };
        Lookup: {
            email: string;
            number: string;
        };
        MailStop: {
            /**
             * Format: date-time
             * @description Its reader called a mail of ours spam: only what contract or law asks for is sent
             * @example 2026-11-21T10:00:00Z
             */
            complained_at: string | null;
            /** @example no_such_mailbox */
            reason: string | null;
            /**
             * @description RFC 3463
             * @example 5.1.1
             */
            status: string | null;
            /** @description Mail to the address of this order came back for good */
            stopped: boolean;
            /**
             * Format: date-time
             * @example 2026-11-21T10:00:00Z
             */
            stopped_at: string | null;
        };
        NewApiKey: {
            label: string;
            scopes: (("orders:write" | "orders:read" | "carriers:write" | "admin") | string)[];
        };
        NewCancellation: {
            /**
             * Format: date-time
             * @example 2026-11-21T10:00:00Z
             */
            at?: string | null;
            /** @enum {string} */
            by: "customer" | "seller" | "shop";
            lines: components["schemas"]["LineQuantity"][];
            preview?: boolean | null;
            /** @default null */
            reason?: string | null;
        };
        NewCase: {
            /**
             * @description Who begins; `buyer` unless the key is a seller's
             * @enum {string|null}
             */
            from?: "buyer" | "seller" | null;
            /** @enum {string} */
            kind: "question" | "wrong_item" | "defective" | "damaged" | "not_received" | "missed_delivery" | "invoice_missing" | "order_change" | "cancellation" | "complaint";
            /** @default null */
            lines?: (components["schemas"]["LineQuantity"] | string)[] | null;
            message: string;
            /**
             * @description Needed when neither lines nor shipment say whose it is
             * @default null
             */
            seller?: string | null;
            /** @default null */
            shipment?: string | null;
            /**
             * @description What is to happen to a parcel that was missed; an address stands in the message
             * @default null
             */
            wish?: {
                /**
                 * Format: date
                 * @default null
                 * @example 2026-12-01
                 */
                day?: string | null;
                /** @enum {string} */
                to: "another_day" | "another_address" | "pickup_point";
            } | null;
        };
        NewCaseAnswer: {
            accept: boolean;
            /** @default null */
            message?: string | null;
        };
        NewCaseClosure: {
            /**
             * @description `shop` unless the key is a seller's
             * @enum {string|null}
             */
            by?: "buyer" | "seller" | "shop" | null;
            /** @default null */
            message?: string | null;
        };
        NewCaseMessage: {
            /** @default null */
            attachments?: unknown[] | null;
            /** @enum {string} */
            from: "buyer" | "seller";
            text: string;
        };
        NewHandoff: {
            /**
             * Format: date-time
             * @example 2026-11-21T10:00:00Z
             */
            at: string;
            /** @default null */
            note?: string | null;
        };
        NewInvitation: {
            email: string;
            /** @enum {string} */
            kind: "seller" | "operator";
            /**
             * @description false: nobody is written to; hand the link over yourself
             * @default true
             */
            mail?: boolean;
            /**
             * @description What they are called
             * @default
             */
            name?: string;
            /**
             * @description `owner`: everything. `staff`: the daily work. `viewer`: reads along.
             * @enum {string}
             */
            role: "owner" | "staff" | "viewer";
            /** @description Whom they will work for; for sellers */
            seller?: string;
        };
        NewInvoice: {
            /**
             * Format: date-time
             * @example 2026-11-21T10:00:00Z
             */
            issued_at: string;
            number: string;
            /**
             * Format: uri
             * @default null
             * @example https://shop.example.com/invoices/1.pdf
             */
            url?: string | null;
        };
        NewOrder: {
            claim_codes?: string[] | null;
            /** @example USD */
            currency: string;
            customer: {
                /**
                 * Format: email
                 * @example buyer@example.com
                 */
                email: string;
                /** @default null */
                id?: string | null;
                /** @default null */
                name?: string | null;
                /** @default null */
                phone?: string | null;
            };
            /** @enum {string|null} */
            delivery_option?: "standard" | "expedited" | "one_day" | "same_day" | "pickup_point" | null;
            discount?: number | null;
            lines: components["schemas"]["NewOrderLine"][];
            /**
             * @default null
             * @example en-US
             */
            locale?: string | null;
            notify?: boolean | null;
            /** @example 114-3941689-8772232 */
            number: string;
            payment?: {
                /** @enum {string} */
                method: "card" | "transfer" | "cash_on_delivery" | "other";
                /** @default null */
                reference?: string | null;
                /** @enum {string} */
                status: "pending" | "authorized" | "paid";
            } | null;
            /**
             * Format: date-time
             * @example 2026-11-21T10:00:00Z
             */
            placed_at: string;
            ship_to: components["schemas"]["ShipTo"];
            shipping_price?: number | null;
            tax?: number | null;
            /**
             * @default null
             * @example America/New_York
             */
            time_zone?: string | null;
        };
        NewOrderChange: {
            /**
             * @description What the preview said it costs: refused when that is another amount by now
             * @default null
             */
            accepted_surcharge?: number | null;
            /** @enum {string|null} */
            by?: "customer" | "shop" | null;
            customer?: {
                /**
                 * Format: email
                 * @example buyer@example.com
                 */
                email?: string;
                name?: string | null;
                phone?: string | null;
            } | null;
            /** @enum {string|null} */
            delivery_option?: "standard" | "expedited" | "one_day" | "same_day" | "pickup_point" | null;
            /** @description Id of a pickup point of the shop, or a name that only one has; any name where it keeps no list */
            pickup_point?: string | null;
            preview?: boolean | null;
            ship_to?: {
                city?: string | null;
                /** @example US */
                country?: string;
                /** @description As `name` and `city` it may not be null, unless it goes to a pickup point */
                line1?: string | null;
                line2?: string | null;
                name?: string | null;
                /** @description The same as `pickup_point` beside it, which goes first */
                pickup_point?: string | null;
                postal_code?: string | null;
                region?: string | null;
            } | null;
        };
        NewOrderLine: {
            /** @enum {string|null} */
            availability?: "in_stock" | "preorder" | "backorder" | "out_of_stock" | null;
            id: string;
            /**
             * Format: uri
             * @default null
             * @example https://shop.example.com/invoices/1.pdf
             */
            image_url?: string | null;
            promise?: components["schemas"]["Promise"];
            quantity: number;
            seller?: string | null;
            /**
             * Format: date
             * @default null
             * @example 2026-12-01
             */
            ships_after?: string | null;
            sku: string;
            title: string;
            unit_price: number;
        };
        NewPacking: {
            /**
             * Format: date-time
             * @example 2026-11-21T10:00:00Z
             */
            at: string;
            lines: (components["schemas"]["LineQuantity"] | string)[];
        };
        NewPayment: {
            amount: number;
            /** @enum {string} */
            method: "card" | "transfer" | "cash_on_delivery" | "other";
            /**
             * Format: date-time
             * @example 2026-11-21T10:00:00Z
             */
            received_at: string;
            /** @default null */
            reference?: string | null;
        };
        NewPromise: {
            /**
             * Format: date-time
             * @example 2026-11-21T10:00:00Z
             */
            at?: string | null;
            /**
             * Format: date
             * @example 2026-12-01
             */
            earliest: string;
            /**
             * Format: date
             * @example 2026-12-01
             */
            latest: string;
            lines: string[];
            /** @default null */
            note?: string | null;
            /** @enum {string} */
            reason: "out_of_stock" | "supplier_delay" | "reprint" | "carrier_delay" | "weather" | "preorder_moved" | "other";
        };
        NewRefund: {
            amount: number;
            lines?: components["schemas"]["LineQuantity"][] | null;
            /** @default null */
            reason?: string | null;
            /** @default null */
            reference?: string | null;
        };
        NewShipment: {
            /** @example ups */
            carrier?: string;
            /**
             * Format: date-time
             * @example 2026-11-21T10:00:00Z
             */
            dispatched_at: string;
            /** @default null */
            id?: string | null;
            lines: components["schemas"]["LineQuantity"][];
            promise?: components["schemas"]["Promise"];
            /** @example 1Z5R89390357567127 */
            tracking_number?: string;
        };
        NewWebhookEndpoint: {
            /** @default null */
            description?: string | null;
            /** @default null */
            seller?: string | null;
            /**
             * @description `*` is every event, those of later versions too
             * @example [
             *       "*"
             *     ]
             */
            types: ("*" | "order.placed" | "order.handed_off" | "order.split" | "handling.begun" | "packing.begun" | "invoice.issued" | "promise.revised" | "ship_by.neared" | "payment.received" | "refund.issued" | "refund.settled" | "refund.failed" | "shipment.dispatched" | "shipment.changed" | "shipment.voided" | "shipment.corrected" | "shipment.delivered" | "scan.recorded" | "pickup.expiry_neared" | "lines.canceled" | "delay_decision.asked" | "delay_decision.made" | "delay_decision.closed" | "promise.passed" | "shipment.stalled" | "forecast.changed" | "order.changed" | "case.opened" | "case.message_added" | "case.answer_neared" | "case.overdue" | "case.closed" | "withdrawal.declared" | "buyer.erased")[];
            /**
             * Format: uri
             * @example https://shop.example.com/tidings
             */
            url: string;
        };
        NewWithdrawal: {
            /**
             * Format: date-time
             * @description When they declared it; absent: now.
             * @example 2026-11-21T10:00:00Z
             */
            at?: string | null;
            /**
             * @description The buyer has confirmed it, in a second step.
             * @enum {boolean}
             */
            confirm: true;
            /**
             * Format: email
             * @description Where the acknowledgement goes.
             * @example buyer@example.com
             */
            email: string;
            /**
             * @description Absent: everything there still is to withdraw from.
             * @default null
             */
            lines?: components["schemas"]["LineQuantity"][] | null;
            /** @description As the buyer wrote it. */
            name: string;
        };
        Notification: {
            audience: string;
            channels: {
                attempts: number;
                channel: string;
                /**
                 * Format: date-time
                 * @description When its time comes: the end of quiet hours, its digest, its next try
                 * @example 2026-11-21T10:00:00Z
                 */
                held_until: string | null;
                last_error: string | null;
                message_id: string | null;
                /**
                 * Format: date-time
                 * @example 2026-11-21T10:00:00Z
                 */
                sent_at: string | null;
                /**
                 * @description `planned`: its turn will come. `held`: its time has not come (quiet hours, a digest, a pause), or its channel is paused or away; see `reason`.
                 * @enum {string}
                 */
                status: "planned" | "held" | "sent" | "suppressed" | "failed";
                /**
                 * @description Masked
                 * @example b***r@e***.com
                 */
                to: string | null;
            }[];
            /**
             * Format: date-time
             * @example 2026-11-21T10:00:00Z
             */
            created_at: string;
            id: string;
            locale: string;
            order: string | null;
            /** @description Why it is held, suppressed or failed */
            reason: string | null;
            /** @description `customer`, or the id of a seller */
            recipient: string;
            /**
             * @description `planned`: its turn will come. `held`: its time has not come (quiet hours, a digest, a pause), or its channel is paused or away; see `reason`.
             * @enum {string}
             */
            status: "planned" | "held" | "sent" | "suppressed" | "failed";
            type: string;
        };
        OpenInvitation: {
            email: string;
            /** Format: date-time */
            expires_at: string;
            id: string;
            /** @enum {string} */
            kind: "seller" | "operator";
            name: string;
            /**
             * @description `owner`: everything. `staff`: the daily work. `viewer`: reads along.
             * @enum {string}
             */
            role: "owner" | "staff" | "viewer";
            seller: string | null;
        };
        Order: {
            adjustments: components["schemas"]["Adjustment"][];
            can_change: {
                why_not: string | null;
            };
            cases: components["schemas"]["Case"][];
            changes: components["schemas"]["OrderChange"][];
            currency: string;
            customer: {
                email: string;
                id: string | null;
                name: string | null;
                phone: string | null;
            };
            delayed: boolean;
            /** @enum {string} */
            delivery_option: "standard" | "expedited" | "one_day" | "same_day" | "pickup_point";
            handoffs: {
                /**
                 * Format: date-time
                 * @example 2026-11-21T10:00:00Z
                 */
                at: string;
            }[];
            invoices: {
                /**
                 * Format: date-time
                 * @example 2026-11-21T10:00:00Z
                 */
                issued_at: string;
                number: string;
                url: string | null;
            }[];
            lines: components["schemas"]["OrderLine"][];
            locale: string;
            number: string;
            payment: {
                /** @enum {string} */
                method: "card" | "transfer" | "cash_on_delivery" | "other";
                paid: number;
                refunded: number;
                /** @enum {string} */
                status: "pending" | "authorized" | "paid" | "partially_refunded" | "refunded";
            };
            /**
             * Format: date-time
             * @example 2026-11-21T10:00:00Z
             */
            placed_at: string;
            returns: unknown[];
            ship_to: {
                city: string | null;
                country: string;
                line1: string | null;
                line2: string | null;
                name: string | null;
                pickup_point: string | null;
                postal_code: string | null;
                region: string | null;
            };
            shipments: components["schemas"]["Shipment"][];
            /** @enum {string} */
            status: "canceled" | "returned" | "delivered" | "partially_shipped" | "partially_delivered" | "shipped" | "awaiting_payment" | "invoiced" | "awaiting_packing" | "processing";
            status_explanation: string;
            status_label: string;
            time_zone: string;
            totals: {
                discount: number;
                items: number;
                shipping: number;
                tax: number;
                total: number;
            };
            version: number;
            withdrawals: components["schemas"]["Withdrawal"][];
        };
        OrderChange: {
            amount: number;
            /**
             * Format: date-time
             * @example 2026-11-21T10:00:00Z
             */
            at: string;
            /** @enum {string} */
            by: "customer" | "shop";
            delivery_option: {
                /** @enum {string} */
                from: "standard" | "expedited" | "one_day" | "same_day" | "pickup_point";
                /** @enum {string} */
                to: "standard" | "expedited" | "one_day" | "same_day" | "pickup_point";
            } | null;
            id: string;
            kinds: ("address" | "pickup_point" | "delivery_option" | "name" | "phone" | "email")[];
        };
        OrderLine: {
            availability: string;
            can_cancel: {
                quantity: number;
                why_not: string | null;
            };
            can_return: {
                /** @description Units that have arrived and may be sent back, by the right of withdrawal: declare it by `POST .../withdrawals`, which cancels first what has not left. */
                quantity: number;
                /**
                 * Format: date
                 * @description Last day to declare it, or, with `period_over`, the day it ended. Null: the period has not begun, or nothing can be sent back.
                 * @example 2026-12-01
                 */
                until: string | null;
                /** @enum {string|null} */
                why_not: "line_already_canceled" | "line_already_withdrawn" | "line_already_returned" | "not_delivered" | "no_right_in_country" | "period_over" | null;
            };
            /** @description Its delay waits for the buyer to decide until the end of a day where the order goes; null: nobody needs to. */
            decision: {
                /** @enum {boolean} */
                needed: true;
                /** @enum {string} */
                rule: "us_ftc_first" | "us_ftc_second" | "eu" | "shop";
                /**
                 * Format: date
                 * @example 2026-12-01
                 */
                until: string;
                /** @enum {string} */
                without_answer: "wait" | "cancel";
            } | null;
            delayed: boolean;
            id: string;
            image_url: string | null;
            /** @description Dates in the time zone of the order. Null: nobody knows yet. */
            promise: {
                /**
                 * Format: date
                 * @example 2026-12-01
                 */
                earliest: string;
                /**
                 * Format: date
                 * @example 2026-12-01
                 */
                first_latest: string;
                /**
                 * Format: date
                 * @example 2026-12-01
                 */
                latest: string;
                revisions: number;
            } | null;
            promise_before: {
                /**
                 * Format: date-time
                 * @example 2026-11-21T10:00:00Z
                 */
                at: string;
                /**
                 * Format: date
                 * @example 2026-12-01
                 */
                earliest?: string;
                /**
                 * Format: date
                 * @example 2026-12-01
                 */
                latest?: string;
                reason: string;
            } | null;
            quantity: {
                canceled: number;
                delivered: number;
                open: number;
                ordered: number;
                returned: number;
                shipped: number;
            };
            seller: string;
            /**
             * Format: date
             * @description By when its seller is to give it to the carrier, a date of the seller. Null: nobody knows, or it is not paid.
             * @example 2026-12-01
             */
            ship_by: string | null;
            /**
             * Format: date
             * @example 2026-12-01
             */
            ships_after: string | null;
            sku: string;
            /** @enum {string} */
            status: "open" | "canceled" | "shipped" | "delivered" | "returned" | "mixed";
            title: string;
            unit_price: number;
        };
        Person: {
            email: string;
            id: string;
            /** @enum {string} */
            kind: "seller" | "operator";
            name: string;
            /**
             * @description `owner`: everything. `staff`: the daily work. `viewer`: reads along.
             * @enum {string}
             */
            role: "owner" | "staff" | "viewer";
            /**
             * @description How they show who they are, beside a mailbox. Null: they cannot sign in yet
             * @enum {string|null}
             */
            second_step: "passkey" | "authenticator" | "mailed_code" | null;
            seller: string | null;
            /** Format: date-time */
            signed_in_at: string | null;
        };
        PersonChange: {
            /**
             * @description `owner`: everything. `staff`: the daily work. `viewer`: reads along.
             * @enum {string}
             */
            role: "owner" | "staff" | "viewer";
        };
        PickupPoint: {
            active: boolean;
            carrier: string | null;
            city: string;
            country: string;
            hours: string | null;
            id: string;
            line1: string;
            line2: string | null;
            name: string;
            postal_code: string | null;
            region: string | null;
        };
        PickupPointDescription: {
            active?: boolean | null;
            /** @example ups */
            carrier?: string;
            city: string;
            /** @example US */
            country: string;
            /** @default null */
            hours?: string | null;
            line1: string;
            /** @default null */
            line2?: string | null;
            name: string;
            /** @default null */
            postal_code?: string | null;
            /** @default null */
            region?: string | null;
        };
        Preferences: {
            /** @description Those this installation has */
            available_channels: string[];
            channels: {
                email: boolean;
                push: boolean;
                sms: boolean;
            };
            digest_at: string;
            /** @description Of ours, the nearest to what was asked for; null: that of each order */
            locale: string | null;
            /** @description Types that contract or law demands. By e-mail they can be `digest` and not `off`; without e-mail they come by another channel, else by e-mail all the same */
            mandatory: string[];
            quiet_hours: {
                from: string;
                to: string;
            } | null;
            /** @description Null: that of each order; of a seller its own */
            time_zone: string | null;
            /** @description What was said. Everything else is `instant`; what asks for something is `off` */
            types: {
                [key: string]: {
                    [key: string]: string;
                };
            };
        };
        PreferencesDescription: {
            /** @default null */
            channels?: {
                /** @default null */
                email?: boolean | null;
                /** @default null */
                push?: boolean | null;
                /** @default null */
                sms?: boolean | null;
            } | null;
            /**
             * @default null
             * @example 22:00
             */
            digest_at?: string | null;
            /**
             * @default null
             * @example en-US
             */
            locale?: string | null;
            /** @default null */
            quiet_hours?: {
                /** @example 22:00 */
                from: string;
                /** @example 22:00 */
                to: string;
            } | null;
            /**
             * @default null
             * @example America/New_York
             */
            time_zone?: string | null;
            /** @default null */
            types?: {
                [key: string]: {
                    /** @enum {string|null} */
                    email?: "instant" | "digest" | "off" | null;
                    /** @enum {string|null} */
                    push?: "instant" | "off" | null;
                    /** @enum {string|null} */
                    sms?: "instant" | "off" | null;
                };
            } | null;
        };
        Problem: {
            /**
             * @description The refusal, snake_case
             * @example line_already_shipped
             */
            code: string;
            detail: string;
            errors?: {
                message: string;
                path: string;
            }[];
            status: number;
            title: string;
            /** Format: uri-reference */
            type: string;
        };
        /** @default null */
        Promise: {
            /**
             * Format: date
             * @example 2026-12-01
             */
            earliest: string;
            /**
             * Format: date
             * @example 2026-12-01
             */
            latest: string;
        } | null;
        PublishedDeliveryPrices: {
            currency: string;
            prices: {
                [key: string]: number | null;
            };
        };
        RefundConclusion: {
            /** @default null */
            reference?: string | null;
            /**
             * Format: date-time
             * @example 2026-11-21T10:00:00Z
             */
            settled_at?: string | null;
            /** @enum {string} */
            status: "settled" | "failed";
        };
        RenderedNotification: {
            /** @enum {string} */
            channel: "email" | "sms" | "push";
            headers: {
                [key: string]: string;
            };
            /** @description Empty: this channel has only text */
            html: string;
            id: string;
            /**
             * Format: date-time
             * @description Null: not sent yet; this is how it would leave now
             * @example 2026-11-21T10:00:00Z
             */
            sent_at: string | null;
            subject: string;
            text: string;
            to: string | null;
        };
        Seller: {
            country: string;
            email: string | null;
            handling_days: number;
            id: string;
            listing_status: {
                from: string | null;
                /** @enum {string} */
                status: "active" | "inactive";
                until: string | null;
            };
            locale: string;
            name: string;
            time_zone: string;
        };
        SellerDescription: {
            /** @example US */
            country: string;
            /**
             * Format: email
             * @default null
             * @example buyer@example.com
             */
            email?: string | null;
            /** @default 2 */
            handling_days?: number | null;
            /**
             * @default null
             * @example en-US
             */
            locale?: string | null;
            name: string;
            /**
             * @default null
             * @example America/New_York
             */
            time_zone?: string | null;
        };
        Settings: {
            /** @description Of whoever does not say otherwise */
            locale: string;
            /** @description Languages there are words for */
            locales: string[];
            /**
             * @description `inbox`: every message stays in the development inbox. `smtp`: it leaves.
             * @enum {string}
             */
            mail: "inbox" | "smtp";
            shop_name: string;
            time_zone: string;
        };
        Shipment: {
            carrier: string | null;
            carrier_name: string | null;
            /**
             * Format: date-time
             * @example 2026-11-21T10:00:00Z
             */
            delivered_at: string | null;
            /**
             * Format: date-time
             * @example 2026-11-21T10:00:00Z
             */
            dispatched_at: string;
            events: {
                description: string | null;
                location: string | null;
                /**
                 * Format: date-time
                 * @example 2026-11-21T10:00:00Z
                 */
                occurred_at: string;
                reason: string | null;
                /** @enum {string} */
                stage: "unknown" | "not_found" | "expired" | "announced" | "cancelled" | "accepted" | "in_transit" | "out_for_delivery" | "attempt_failed" | "available_for_pickup" | "exception" | "returning" | "returned" | "delivered";
            }[];
            flags: ("delayed" | "held" | "action_required")[];
            /**
             * Format: date
             * @description The day its carrier believes in; no promise.
             * @example 2026-12-01
             */
            forecast: string | null;
            id: string;
            lines: {
                line: string;
                quantity: number;
            }[];
            milestones: {
                /**
                 * Format: date-time
                 * @example 2026-11-21T10:00:00Z
                 */
                accepted?: string;
                /**
                 * Format: date-time
                 * @example 2026-11-21T10:00:00Z
                 */
                announced?: string;
                /**
                 * Format: date-time
                 * @example 2026-11-21T10:00:00Z
                 */
                attempt_failed?: string;
                /**
                 * Format: date-time
                 * @example 2026-11-21T10:00:00Z
                 */
                available_for_pickup?: string;
                /**
                 * Format: date-time
                 * @example 2026-11-21T10:00:00Z
                 */
                cancelled?: string;
                /**
                 * Format: date-time
                 * @example 2026-11-21T10:00:00Z
                 */
                delivered?: string;
                /**
                 * Format: date-time
                 * @example 2026-11-21T10:00:00Z
                 */
                exception?: string;
                /**
                 * Format: date-time
                 * @example 2026-11-21T10:00:00Z
                 */
                expired?: string;
                /**
                 * Format: date-time
                 * @example 2026-11-21T10:00:00Z
                 */
                in_transit?: string;
                /**
                 * Format: date-time
                 * @example 2026-11-21T10:00:00Z
                 */
                not_found?: string;
                /**
                 * Format: date-time
                 * @example 2026-11-21T10:00:00Z
                 */
                out_for_delivery?: string;
                /**
                 * Format: date-time
                 * @example 2026-11-21T10:00:00Z
                 */
                returned?: string;
                /**
                 * Format: date-time
                 * @example 2026-11-21T10:00:00Z
                 */
                returning?: string;
                /**
                 * Format: date-time
                 * @example 2026-11-21T10:00:00Z
                 */
                unknown?: string;
            };
            /**
             * Format: date-time
             * @example 2026-11-21T10:00:00Z
             */
            pickup_until: string | null;
            promise: {
                /**
                 * Format: date
                 * @example 2026-12-01
                 */
                earliest: string;
                /**
                 * Format: date
                 * @example 2026-12-01
                 */
                latest: string;
            } | null;
            seller: string;
            ship_to: {
                city: string | null;
                country: string;
                line1: string | null;
                line2: string | null;
                name: string | null;
                pickup_point: string | null;
                postal_code: string | null;
                region: string | null;
            } | null;
            /** @enum {string} */
            stage: "unknown" | "not_found" | "expired" | "announced" | "cancelled" | "accepted" | "in_transit" | "out_for_delivery" | "attempt_failed" | "available_for_pickup" | "exception" | "returning" | "returned" | "delivered";
            tracking_number: string | null;
            tracking_url: string | null;
        };
        ShipmentChange: {
            /** @example ups */
            carrier?: string;
            lines?: components["schemas"]["LineQuantity"][];
            /** @example 1Z5R89390357567127 */
            tracking_number?: string;
        };
        ShipmentCorrection: {
            /**
             * Format: date-time
             * @example 2026-11-21T10:00:00Z
             */
            occurred_at: string;
            reason: string;
            /** @example in_transit */
            stage: string;
        };
        ShipmentVoid: {
            reason: string;
        };
        ShipTo: {
            /** @default null */
            city?: string | null;
            /** @example US */
            country: string;
            /** @default null */
            line1?: string | null;
            /** @default null */
            line2?: string | null;
            /** @default null */
            name?: string | null;
            /** @default null */
            pickup_point?: string | null;
            /** @default null */
            postal_code?: string | null;
            /** @default null */
            region?: string | null;
        };
        StatusToken: {
            /**
             * Format: date-time
             * @example 2026-11-21T11:00:00Z
             */
            expires_at: string;
            token: string;
        };
        Tally: {
            accepted: number;
            duplicates: number;
            unmatched: number;
        };
        TrackingEvent: {
            /** @example ups */
            carrier?: string;
            /** @default null */
            description?: string | null;
            /** @default null */
            external_id?: string | null;
            flags?: ("delayed" | "held" | "action_required")[] | null;
            /**
             * Format: date
             * @description The day the carrier believes in, where the parcel goes. Only beyond the promise does it move that.
             * @default null
             * @example 2026-12-01
             */
            forecast?: string | null;
            /** @default null */
            location?: string | null;
            /**
             * Format: date-time
             * @example 2026-11-21T10:00:00Z
             */
            occurred_at: string;
            /** @default null */
            pickup_until?: string | null;
            /** @default null */
            reason?: string | null;
            /** @example in_transit */
            stage: string;
            /** @example 1Z5R89390357567127 */
            tracking_number: string;
        };
        WebhookDelivery: {
            /** @description Since it was planned or replayed */
            attempts: number;
            /**
             * Format: date-time
             * @example 2026-11-21T10:00:00Z
             */
            created_at: string;
            /** @description The header `webhook-id` of every try */
            id: string;
            /**
             * Format: date-time
             * @example 2026-11-21T10:00:00Z
             */
            next_try_at: string | null;
            order: string;
            /** @enum {string} */
            status: "waiting" | "sending" | "delivered" | "failed";
            /** @description Oldest first */
            tries: {
                /**
                 * Format: date-time
                 * @example 2026-11-21T10:00:00Z
                 */
                at: string;
                duration_ms: number;
                /** @example http_500 */
                error: string | null;
                /** @description Null: there was no answer */
                http_status: number | null;
            }[];
            type: string;
            /** @description Of the fact, in the order's story */
            version: number;
        };
        WebhookEndpoint: {
            /**
             * Format: date-time
             * @example 2026-11-21T10:00:00Z
             */
            created_at: string;
            description: string | null;
            /**
             * Format: date-time
             * @example 2026-11-21T10:00:00Z
             */
            disabled_at: string | null;
            /**
             * @description `gone`: it answered 410. `failing`: five days without one success.
             * @enum {string|null}
             */
            disabled_reason: "gone" | "failing" | "by_request" | null;
            /**
             * Format: date-time
             * @example 2026-11-21T10:00:00Z
             */
            failing_since: string | null;
            id: string;
            /**
             * Format: date-time
             * @example 2026-11-21T10:00:00Z
             */
            last_success_at: string | null;
            /** @description Null: the shop's, which is told everything */
            seller: string | null;
            /**
             * @description `failing`: the last try failed. `disabled`: nothing is sent until somebody enables it.
             * @enum {string}
             */
            status: "enabled" | "failing" | "disabled";
            types: string[];
            url: string;
        };
        WebhookEndpointChange: {
            description?: string | null;
            enabled?: boolean;
            /**
             * @description `*` is every event, those of later versions too
             * @example [
             *       "*"
             *     ]
             */
            types?: ("*" | "order.placed" | "order.handed_off" | "order.split" | "handling.begun" | "packing.begun" | "invoice.issued" | "promise.revised" | "ship_by.neared" | "payment.received" | "refund.issued" | "refund.settled" | "refund.failed" | "shipment.dispatched" | "shipment.changed" | "shipment.voided" | "shipment.corrected" | "shipment.delivered" | "scan.recorded" | "pickup.expiry_neared" | "lines.canceled" | "delay_decision.asked" | "delay_decision.made" | "delay_decision.closed" | "promise.passed" | "shipment.stalled" | "forecast.changed" | "order.changed" | "case.opened" | "case.message_added" | "case.answer_neared" | "case.overdue" | "case.closed" | "withdrawal.declared" | "buyer.erased")[];
            /**
             * Format: uri
             * @example https://shop.example.com/tidings
             */
            url?: string;
        };
        WebhookTest: {
            delivered: boolean;
            duration_ms: number;
            /** @example http_500 */
            error: string | null;
            /** @description Null: there was no answer */
            http_status: number | null;
            id: string;
        };
        WholeCase: components["schemas"]["ListedCase"] & {
            messages: {
                /**
                 * Format: date-time
                 * @example 2026-11-21T10:00:00Z
                 */
                at: string;
                /** @enum {string} */
                from: "buyer" | "seller" | "shop";
                id: string;
                /** @description Null: it was erased */
                text: string | null;
            }[];
        };
        Withdrawal: {
            /** @description What is to come back. */
            awaited: {
                line: string;
                quantity: number;
            }[];
            /** @description What had not left: canceled and refunded at once. */
            canceled: {
                line: string;
                quantity: number;
            }[];
            /**
             * Format: date-time
             * @example 2026-11-21T10:00:00Z
             */
            declared_at: string;
            id: string;
            lines: {
                line: string;
                quantity: number;
            }[];
            /**
             * Format: date
             * @description While goods are awaited the refund may wait for them, or for proof that they were sent.
             * @example 2026-12-01
             */
            refund_by: string | null;
            /** @description For what was canceled. */
            refunded: number;
            /**
             * Format: date
             * @description Null: nothing is awaited, or it has not arrived yet.
             * @example 2026-12-01
             */
            send_back_by: string | null;
            /**
             * Format: date
             * @description Last day of the period. Null: it had not begun, or there is none.
             * @example 2026-12-01
             */
            until: string | null;
            within_period: boolean;
        };
        WithdrawnOrder: components["schemas"]["ChangedOrder"] & {
            result?: {
                acknowledgement: components["schemas"]["Acknowledgement"];
                id: string;
                /** @enum {string} */
                kind: "withdrawal";
            };
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getHealthz: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getMetrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Metrics */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
        };
    };
    getReadyz: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Keys, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ApiKey"][];
                        next_cursor: null;
                    };
                };
            };
            /** @description No key that works */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is away; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiKeys: {
        parameters: {
            query?: never;
            header?: {
                /** @description Quoted or bare. The same key with the same body replays the first answer, with `Idempotency-Replayed: true`; with another body it is refused. Kept for at least 24 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "label": "The shop",
                 *       "scopes": [
                 *         "orders:write"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["NewApiKey"];
            };
        };
        responses: {
            /** @description The key */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKey"] & {
                        secret: string;
                    };
                };
            };
            /** @description The body is no JSON, or the Idempotency-Key no key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No key that works */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none of yours */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Well formed, but impossible; `errors` says where */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is away; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteApiKeysId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Revoked */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No key that works */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none of yours */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is away; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postBatchOrders: {
        parameters: {
            query?: {
                /** @description false: nobody is told of any of them */
                notify?: "true" | "false" | null;
            };
            header?: {
                /** @description Quoted or bare. The same key with the same body replays the first answer, with `Idempotency-Replayed: true`; with another body it is refused. Kept for at least 24 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example [
                 *       {
                 *         "number": "114-3941689-8772232",
                 *         "placed_at": "2008-07-14T12:49:00Z",
                 *         "currency": "USD",
                 *         "locale": "en-US",
                 *         "time_zone": "America/New_York",
                 *         "customer": {
                 *           "id": "c-1",
                 *           "email": "ann@example.com",
                 *           "name": "Ann Buyer",
                 *           "phone": null
                 *         },
                 *         "ship_to": {
                 *           "name": "Ann Buyer",
                 *           "line1": "1 Main St",
                 *           "line2": null,
                 *           "city": "Boston",
                 *           "region": "MA",
                 *           "postal_code": "02101",
                 *           "country": "US",
                 *           "pickup_point": null
                 *         },
                 *         "delivery_option": "standard",
                 *         "payment": {
                 *           "method": "card",
                 *           "status": "paid",
                 *           "reference": "pi_123"
                 *         },
                 *         "lines": [
                 *           {
                 *             "id": "1",
                 *             "sku": "book-1",
                 *             "title": "The Design of Everyday Things",
                 *             "seller": "s-1",
                 *             "unit_price": 1999,
                 *             "quantity": 1,
                 *             "image_url": null,
                 *             "availability": "in_stock",
                 *             "ships_after": null,
                 *             "promise": {
                 *               "earliest": "2008-07-18",
                 *               "latest": "2008-07-22"
                 *             }
                 *           },
                 *           {
                 *             "id": "2",
                 *             "sku": "book-2",
                 *             "title": "Structure and Interpretation of Computer Programs",
                 *             "seller": "s-1",
                 *             "unit_price": 2999,
                 *             "quantity": 1,
                 *             "image_url": null,
                 *             "availability": "in_stock",
                 *             "ships_after": null,
                 *             "promise": {
                 *               "earliest": "2008-07-22",
                 *               "latest": "2008-07-22"
                 *             }
                 *           }
                 *         ],
                 *         "shipping_price": 399,
                 *         "tax": 0,
                 *         "discount": 0,
                 *         "claim_codes": []
                 *       }
                 *     ]
                 */
                "application/json": components["schemas"]["NewOrder"][];
            };
        };
        responses: {
            /** @description What became of each */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        results: {
                            /** @description Null when the item has none */
                            number: string | null;
                            problem?: components["schemas"]["Problem"];
                            /** @description 201 placed, 200 was there already, 409 or 422 */
                            status: number;
                        }[];
                    };
                };
            };
            /** @description The body is no JSON, or the Idempotency-Key no key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No key that works */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none of yours */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Well formed, but impossible; `errors` says where */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is away; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postCarriersSourceWebhooks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                source: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": unknown;
            };
        };
        responses: {
            /** @description Stored */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        received: true;
                    };
                };
            };
            /** @description The signature does not fit */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none of yours */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is away; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCases: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
                locale?: string | null;
                seller?: string | null;
                status?: "open" | "answered" | "closed" | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Cases */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ListedCase"][];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description No key that works */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Well formed, but impossible; `errors` says where */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is away; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCasesId: {
        parameters: {
            query?: {
                locale?: string | null;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The case */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WholeCase"];
                };
            };
            /** @description No key that works */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none of yours */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Well formed, but impossible; `errors` says where */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is away; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postCasesIdAnswer: {
        parameters: {
            query?: {
                locale?: string | null;
            };
            header?: {
                /** @description Quoted or bare. The same key with the same body replays the first answer, with `Idempotency-Replayed: true`; with another body it is refused. Kept for at least 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "accept": false,
                 *       "message": "It is in the van already."
                 *     }
                 */
                "application/json": components["schemas"]["NewCaseAnswer"];
            };
        };
        responses: {
            /** @description Nothing changed: it was so already */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WholeCase"];
                };
            };
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WholeCase"];
                };
            };
            /** @description The body is no JSON, or the Idempotency-Key no key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No key that works */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none of yours */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule stands against it; `code` says which */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Well formed, but impossible; `errors` says where */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is away; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postCasesIdClosure: {
        parameters: {
            query?: {
                locale?: string | null;
            };
            header?: {
                /** @description Quoted or bare. The same key with the same body replays the first answer, with `Idempotency-Replayed: true`; with another body it is refused. Kept for at least 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "by": "seller",
                 *       "message": "The right book has arrived, as you wrote."
                 *     }
                 */
                "application/json": components["schemas"]["NewCaseClosure"];
            };
        };
        responses: {
            /** @description Nothing changed: it was so already */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WholeCase"];
                };
            };
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WholeCase"];
                };
            };
            /** @description The body is no JSON, or the Idempotency-Key no key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No key that works */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none of yours */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule stands against it; `code` says which */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Well formed, but impossible; `errors` says where */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is away; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postCasesIdMessages: {
        parameters: {
            query?: {
                locale?: string | null;
            };
            header?: {
                /** @description Quoted or bare. The same key with the same body replays the first answer, with `Idempotency-Replayed: true`; with another body it is refused. Kept for at least 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "from": "seller",
                 *       "text": "We send you the right book today."
                 *     }
                 */
                "application/json": components["schemas"]["NewCaseMessage"];
            };
        };
        responses: {
            /** @description Nothing changed: it was so already */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WholeCase"];
                };
            };
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WholeCase"];
                };
            };
            /** @description The body is no JSON, or the Idempotency-Key no key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No key that works */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none of yours */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule stands against it; `code` says which */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Well formed, but impossible; `errors` says where */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is away; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postChannelsSmsProviderMessages: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                provider: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": unknown;
            };
        };
        responses: {
            /** @description Taken; the answer to its sender, in the form the gateway reads */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The signature does not fit */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none of yours */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is away; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getChannelsSmsProviderReports: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                provider: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Noted, now or before */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The gateway is not set up, or its signature does not fit */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none of yours */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is away; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postChannelsSmsProviderReports: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                provider: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": unknown;
            };
        };
        responses: {
            /** @description Noted, now or before */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The gateway is not set up, or its signature does not fit */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none of yours */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is away; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteCustomersId: {
        parameters: {
            query?: {
                /** @description Whether orders that are not over keep their buyer until they are, as when a person asks */
                keep_open?: "true" | "false";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is under way: see /v1/erasures/{id} */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Erasure"];
                };
            };
            /** @description No key that works */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none of yours */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Well formed, but impossible; `errors` says where */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is away; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCustomersIdExport: {
        parameters: {
            query?: {
                locale?: string | null;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Everything that is kept about them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Export"];
                };
            };
            /** @description No key that works */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none of yours */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Well formed, but impossible; `errors` says where */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is away; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCustomersIdPreferences: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The preferences */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Preferences"];
                };
            };
            /** @description No key that works */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none of yours */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is away; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putCustomersIdPreferences: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "locale": "pl",
                 *       "time_zone": "Europe/Warsaw",
                 *       "channels": {
                 *         "email": true,
                 *         "sms": true,
                 *         "push": true
                 *       },
                 *       "types": {
                 *         "shipment_dispatched": {
                 *           "email": "digest"
                 *         },
                 *         "shipment_out_for_delivery": {
                 *           "sms": "instant"
                 *         }
                 *       },
                 *       "quiet_hours": {
                 *         "from": "22:00",
                 *         "to": "07:00"
                 *       },
                 *       "digest_at": "18:00"
                 *     }
                 */
                "application/json": components["schemas"]["PreferencesDescription"];
            };
        };
        responses: {
            /** @description The preferences as they are kept */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Preferences"];
                };
            };
            /** @description The body is no JSON, or the Idempotency-Key no key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No key that works */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none of yours */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Well formed, but impossible; `errors` says where */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is away; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDeliveryPrices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description By currency */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PublishedDeliveryPrices"][];
                    };
                };
            };
            /** @description No key that works */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is away; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putDeliveryPricesCurrency: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                currency: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "standard": 399,
                 *       "pickup_point": 299,
                 *       "expedited": 999,
                 *       "one_day": 1899,
                 *       "same_day": null
                 *     }
                 */
                "application/json": components["schemas"]["DeliveryPrices"];
            };
        };
        responses: {
            /** @description Published anew */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublishedDeliveryPrices"];
                };
            };
            /** @description The first of this currency */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublishedDeliveryPrices"];
                };
            };
            /** @description The body is no JSON, or the Idempotency-Key no key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No key that works */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none of yours */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Well formed, but impossible; `errors` says where */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is away; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getErasuresId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How far it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Erasure"];
                };
            };
            /** @description No key that works */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none of yours */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is away; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getInvitations: {
        parameters: {
            query?: {
                /** @description Those of this seller; absent: the operators, who look after the shop */
                seller?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Invitations, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["OpenInvitation"][];
                        next_cursor: null;
                    };
                };
            };
            /** @description No key that works */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Well formed, but impossible; `errors` says where */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is away; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postInvitations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "seller",
                 *       "email": "desk@books.example",
                 *       "name": "Ann Books",
                 *       "seller": "s-1",
                 *       "role": "staff"
                 *     }
                 */
                "application/json": components["schemas"]["NewInvitation"];
            };
        };
        responses: {
            /** @description The invitation */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invitation"];
                };
            };
            /** @description The body is no JSON, or the Idempotency-Key no key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No key that works */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none of yours */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Well formed, but impossible; `errors` says where */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is away; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteInvitationsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Withdrawn */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No key that works */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none of yours */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is away; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getListings: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
                /** @description Words of the title, or a SKU */
                q?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Listings, by SKU */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Listing"][];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description No key that works */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Well formed, but impossible; `errors` says where */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is away; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getListingsSku: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sku: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The listing */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listing"];
                };
            };
            /** @description No key that works */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none of yours */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is away; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putListingsSku: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sku: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "seller": "s-1",
                 *       "title": "A book",
                 *       "description": null,
                 *       "price": 1999,
                 *       "currency": "USD",
                 *       "image_url": null,
                 *       "availability": "preorder",
                 *       "ships_after": "2026-12-01"
                 *     }
                 */
                "application/json": components["schemas"]["ListingDescription"];
            };
        };
        responses: {
            /** @description Described anew */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listing"];
                };
            };
            /** @description A new listing */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listing"];
                };
            };
            /** @description The body is no JSON, or the Idempotency-Key no key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No key that works */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none of yours */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Well formed, but impossible; `errors` says where */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is away; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postLookups: {
        parameters: {
            query?: {
                locale?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "number": "114-3941689-8772232",
                 *       "email": "buyer@example.com"
                 *     }
                 */
                "application/json": components["schemas"]["Lookup"];
            };
        };
        responses: {
            /** @description The buyer's view of the order */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LookedUpOrder"];
                };
            };
            /** @description The body is no JSON, or the Idempotency-Key no key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none of yours */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Well formed, but impossible; `errors` says where */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many look-ups; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is away; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getNotifications: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
                order?: string;
                /** @description `customer`, a seller's id, or a buyer's e-mail address */
                recipient?: string;
                status?: "planned" | "held" | "sent" | "suppressed" | "failed";
                type?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Notifications */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Notification"][];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description No key that works */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Well formed, but impossible; `errors` says where */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is away; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getNotificationsIdRendered: {
        parameters: {
            query?: {
                channel?: "email" | "sms" | "push";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The message */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RenderedNotification"];
                };
            };
            /** @description No key that works */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none of yours */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Well formed, but impossible; `errors` says where */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is away; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postNotificationsIdResend: {
        parameters: {
            query?: never;
            header?: {
                /** @description Quoted or bare. The same key with the same body replays the first answer, with `Idempotency-Replayed: true`; with another body it is refused. Kept for at least 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It waits already */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Notification"];
                };
            };
            /** @description It is in the line again */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Notification"];
                };
            };
            /** @description The body is no JSON, or the Idempotency-Key no key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No key that works */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none of yours */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Well formed, but impossible; `errors` says where */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is away; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOrders: {
        parameters: {
            query?: {
                cursor?: string | null;
                customer?: string | null;
                limit?: number;
                locale?: string | null;
                placed_after?: string | null;
                placed_before?: string | null;
                /** @description Beginning of an order number, an e-mail address, a tracking number, or words of a name */
                q?: string | null;
                seller?: string | null;
                status?: "canceled" | "returned" | "delivered" | "partially_shipped" | "partially_delivered" | "shipped" | "awaiting_payment" | "invoiced" | "awaiting_packing" | "processing" | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Orders */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Order"][];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description No key that works */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Well formed, but impossible; `errors` says where */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is away; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postOrders: {
        parameters: {
            query?: {
                locale?: string | null;
            };
            header?: {
                /** @description Quoted or bare. The same key with the same body replays the first answer, with `Idempotency-Replayed: true`; with another body it is refused. Kept for at least 24 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "number": "114-3941689-8772232",
                 *       "placed_at": "2008-07-14T12:49:00Z",
                 *       "currency": "USD",
                 *       "locale": "en-US",
                 *       "time_zone": "America/New_York",
                 *       "customer": {
                 *         "id": "c-1",
                 *         "email": "ann@example.com",
                 *         "name": "Ann Buyer",
                 *         "phone": null
                 *       },
                 *       "ship_to": {
                 *         "name": "Ann Buyer",
                 *         "line1": "1 Main St",
                 *         "line2": null,
                 *         "city": "Boston",
                 *         "region": "MA",
                 *         "postal_code": "02101",
                 *         "country": "US",
                 *         "pickup_point": null
                 *       },
                 *       "delivery_option": "standard",
                 *       "payment": {
                 *         "method": "card",
                 *         "status": "paid",
                 *         "reference": "pi_123"
                 *       },
                 *       "lines": [
                 *         {
                 *           "id": "1",
                 *           "sku": "book-1",
                 *           "title": "The Design of Everyday Things",
                 *           "seller": "s-1",
                 *           "unit_price": 1999,
                 *           "quantity": 1,
                 *           "image_url": null,
                 *           "availability": "in_stock",
                 *           "ships_after": null,
                 *           "promise": {
                 *             "earliest": "2008-07-18",
                 *             "latest": "2008-07-22"
                 *           }
                 *         },
                 *         {
                 *           "id": "2",
                 *           "sku": "book-2",
                 *           "title": "Structure and Interpretation of Computer Programs",
                 *           "seller": "s-1",
                 *           "unit_price": 2999,
                 *           "quantity": 1,
                 *           "image_url": null,
                 *           "availability": "in_stock",
                 *           "ships_after": null,
                 *           "promise": {
                 *             "earliest": "2008-07-22",
                 *             "latest": "2008-07-22"
                 *           }
                 *         }
                 *       ],
                 *       "shipping_price": 399,
                 *       "tax": 0,
                 *       "discount": 0,
                 *       "claim_codes": []
                 *     }
                 */
                "application/json": components["schemas"]["NewOrder"];
            };
        };
        responses: {
            /** @description Nothing changed: it was so already */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedOrder"];
                };
            };
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedOrder"];
                };
            };
            /** @description The body is no JSON, or the Idempotency-Key no key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No key that works */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none of yours */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule of the order stands against it; `code` says which */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Well formed, but impossible; `errors` says where */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is away; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOrdersNumber: {
        parameters: {
            query?: {
                locale?: string | null;
            };
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The order */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            /** @description No key that works */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none of yours */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Well formed, but impossible; `errors` says where */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is away; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteOrdersNumberBuyer: {
        parameters: {
            query?: {
                /** @description Whether orders that are not over keep their buyer until they are, as when a person asks */
                keep_open?: "true" | "false";
            };
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is under way: see /v1/erasures/{id} */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Erasure"];
                };
            };
            /** @description No key that works */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none of yours */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Well formed, but impossible; `errors` says where */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is away; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postOrdersNumberCancellations: {
        parameters: {
            query?: {
                locale?: string | null;
            };
            header?: {
                /** @description Quoted or bare. The same key with the same body replays the first answer, with `Idempotency-Replayed: true`; with another body it is refused. Kept for at least 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "lines": [
                 *         {
                 *           "line": "1",
                 *           "quantity": 1
                 *         }
                 *       ],
                 *       "reason": "Ordered twice",
                 *       "by": "customer",
                 *       "preview": true
                 *     }
                 */
                "application/json": components["schemas"]["NewCancellation"];
            };
        };
        responses: {
            /** @description The preview */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedOrder"];
                };
            };
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedOrder"];
                };
            };
            /** @description The body is no JSON, or the Idempotency-Key no key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No key that works */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none of yours */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule of the order stands against it; `code` says which */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Well formed, but impossible; `errors` says where */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is away; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postOrdersNumberCases: {
        parameters: {
            query?: {
                locale?: string | null;
            };
            header?: {
                /** @description Quoted or bare. The same key with the same body replays the first answer, with `Idempotency-Replayed: true`; with another body it is refused. Kept for at least 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "wrong_item",
                 *       "lines": [
                 *         {
                 *           "line": "1",
                 *           "quantity": 1
                 *         }
                 *       ],
                 *       "message": "This is another book."
                 *     }
                 */
                "application/json": components["schemas"]["NewCase"];
            };
        };
        responses: {
            /** @description Nothing changed: it was so already */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedOrder"];
                };
            };
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedOrder"];
                };
            };
            /** @description The body is no JSON, or the Idempotency-Key no key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No key that works */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none of yours */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule of the order stands against it; `code` says which */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Well formed, but impossible; `errors` says where */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is away; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postOrdersNumberChanges: {
        parameters: {
            query?: {
                locale?: string | null;
            };
            header?: {
                /** @description Quoted or bare. The same key with the same body replays the first answer, with `Idempotency-Replayed: true`; with another body it is refused. Kept for at least 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "ship_to": {
                 *         "line1": "12 Elm Street",
                 *         "postal_code": "02109"
                 *       },
                 *       "customer": {
                 *         "phone": "+12025550199"
                 *       },
                 *       "delivery_option": "expedited",
                 *       "preview": true
                 *     }
                 */
                "application/json": components["schemas"]["NewOrderChange"];
            };
        };
        responses: {
            /** @description The preview, or nothing changed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedOrder"];
                };
            };
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedOrder"];
                };
            };
            /** @description The body is no JSON, or the Idempotency-Key no key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No key that works */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none of yours */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule of the order stands against it; `code` says which */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Well formed, but impossible; `errors` says where */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is away; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postOrdersNumberDelayDecisions: {
        parameters: {
            query?: {
                locale?: string | null;
            };
            header?: {
                /** @description Quoted or bare. The same key with the same body replays the first answer, with `Idempotency-Replayed: true`; with another body it is refused. Kept for at least 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "lines": [
                 *         "1"
                 *       ],
                 *       "decision": "wait"
                 *     }
                 */
                "application/json": components["schemas"]["DelayDecision"];
            };
        };
        responses: {
            /** @description Nothing changed: it was so already */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedOrder"];
                };
            };
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedOrder"];
                };
            };
            /** @description The body is no JSON, or the Idempotency-Key no key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No key that works */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none of yours */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule of the order stands against it; `code` says which */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Well formed, but impossible; `errors` says where */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is away; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOrdersNumberExport: {
        parameters: {
            query?: {
                locale?: string | null;
            };
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Everything that is kept about them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Export"];
                };
            };
            /** @description No key that works */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none of yours */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Well formed, but impossible; `errors` says where */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is away; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postOrdersNumberHandoffs: {
        parameters: {
            query?: {
                locale?: string | null;
            };
            header?: {
                /** @description Quoted or bare. The same key with the same body replays the first answer, with `Idempotency-Replayed: true`; with another body it is refused. Kept for at least 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "at": "2008-07-15T10:00:00Z",
                 *       "note": null
                 *     }
                 */
                "application/json": components["schemas"]["NewHandoff"];
            };
        };
        responses: {
            /** @description Nothing changed: it was so already */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedOrder"];
                };
            };
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedOrder"];
                };
            };
            /** @description The body is no JSON, or the Idempotency-Key no key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No key that works */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none of yours */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule of the order stands against it; `code` says which */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Well formed, but impossible; `errors` says where */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is away; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postOrdersNumberInvoices: {
        parameters: {
            query?: {
                locale?: string | null;
            };
            header?: {
                /** @description Quoted or bare. The same key with the same body replays the first answer, with `Idempotency-Replayed: true`; with another body it is refused. Kept for at least 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "number": "FV/1",
                 *       "url": null,
                 *       "issued_at": "2008-07-15T10:00:00Z"
                 *     }
                 */
                "application/json": components["schemas"]["NewInvoice"];
            };
        };
        responses: {
            /** @description Nothing changed: it was so already */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedOrder"];
                };
            };
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedOrder"];
                };
            };
            /** @description The body is no JSON, or the Idempotency-Key no key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No key that works */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none of yours */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule of the order stands against it; `code` says which */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Well formed, but impossible; `errors` says where */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is away; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOrdersNumberMailStop: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is known of the address now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailStop"];
                };
            };
            /** @description No key that works */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none of yours */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is away; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteOrdersNumberMailStop: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is known of the address now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailStop"];
                };
            };
            /** @description No key that works */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none of yours */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is away; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postOrdersNumberPackings: {
        parameters: {
            query?: {
                locale?: string | null;
            };
            header?: {
                /** @description Quoted or bare. The same key with the same body replays the first answer, with `Idempotency-Replayed: true`; with another body it is refused. Kept for at least 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "lines": [
                 *         {
                 *           "line": "1",
                 *           "quantity": 1
                 *         }
                 *       ],
                 *       "at": "2008-07-15T11:00:00Z"
                 *     }
                 */
                "application/json": components["schemas"]["NewPacking"];
            };
        };
        responses: {
            /** @description Nothing changed: it was so already */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedOrder"];
                };
            };
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedOrder"];
                };
            };
            /** @description The body is no JSON, or the Idempotency-Key no key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No key that works */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none of yours */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule of the order stands against it; `code` says which */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Well formed, but impossible; `errors` says where */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is away; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postOrdersNumberPayments: {
        parameters: {
            query?: {
                locale?: string | null;
            };
            header?: {
                /** @description Quoted or bare. The same key with the same body replays the first answer, with `Idempotency-Replayed: true`; with another body it is refused. Kept for at least 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "amount": 2398,
                 *       "method": "transfer",
                 *       "reference": "E2E-1",
                 *       "received_at": "2008-07-15T09:00:00Z"
                 *     }
                 */
                "application/json": components["schemas"]["NewPayment"];
            };
        };
        responses: {
            /** @description Nothing changed: it was so already */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedOrder"];
                };
            };
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedOrder"];
                };
            };
            /** @description The body is no JSON, or the Idempotency-Key no key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No key that works */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none of yours */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule of the order stands against it; `code` says which */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Well formed, but impossible; `errors` says where */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is away; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postOrdersNumberPromises: {
        parameters: {
            query?: {
                locale?: string | null;
            };
            header?: {
                /** @description Quoted or bare. The same key with the same body replays the first answer, with `Idempotency-Replayed: true`; with another body it is refused. Kept for at least 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "lines": [
                 *         "1"
                 *       ],
                 *       "earliest": "2008-08-01",
                 *       "latest": "2008-08-10",
                 *       "reason": "reprint",
                 *       "note": null
                 *     }
                 */
                "application/json": components["schemas"]["NewPromise"];
            };
        };
        responses: {
            /** @description Nothing changed: it was so already */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedOrder"];
                };
            };
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedOrder"];
                };
            };
            /** @description The body is no JSON, or the Idempotency-Key no key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No key that works */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none of yours */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule of the order stands against it; `code` says which */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Well formed, but impossible; `errors` says where */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is away; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postOrdersNumberRefunds: {
        parameters: {
            query?: {
                locale?: string | null;
            };
            header?: {
                /** @description Quoted or bare. The same key with the same body replays the first answer, with `Idempotency-Replayed: true`; with another body it is refused. Kept for at least 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "amount": 500,
                 *       "lines": [
                 *         {
                 *           "line": "1",
                 *           "quantity": 1
                 *         }
                 *       ],
                 *       "reason": "A torn cover",
                 *       "reference": null
                 *     }
                 */
                "application/json": components["schemas"]["NewRefund"];
            };
        };
        responses: {
            /** @description Nothing changed: it was so already */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedOrder"];
                };
            };
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedOrder"];
                };
            };
            /** @description The body is no JSON, or the Idempotency-Key no key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No key that works */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none of yours */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule of the order stands against it; `code` says which */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Well formed, but impossible; `errors` says where */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is away; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patchOrdersNumberRefundsId: {
        parameters: {
            query?: {
                locale?: string | null;
            };
            header?: never;
            path: {
                id: string;
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "status": "settled",
                 *       "reference": "re_1",
                 *       "settled_at": "2008-07-20T08:00:00Z"
                 *     }
                 */
                "application/json": components["schemas"]["RefundConclusion"];
            };
        };
        responses: {
            /** @description Done, or it was so already */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedOrder"];
                };
            };
            /** @description The body is no JSON, or the Idempotency-Key no key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No key that works */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none of yours */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule of the order stands against it; `code` says which */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Well formed, but impossible; `errors` says where */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is away; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postOrdersNumberShipments: {
        parameters: {
            query?: {
                locale?: string | null;
            };
            header?: {
                /** @description Quoted or bare. The same key with the same body replays the first answer, with `Idempotency-Replayed: true`; with another body it is refused. Kept for at least 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "lines": [
                 *         {
                 *           "line": "1",
                 *           "quantity": 1
                 *         }
                 *       ],
                 *       "carrier": "ups",
                 *       "tracking_number": "1Z5R89390357567127",
                 *       "dispatched_at": "2008-07-16T15:00:00Z"
                 *     }
                 */
                "application/json": components["schemas"]["NewShipment"];
            };
        };
        responses: {
            /** @description Nothing changed: it was so already */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedOrder"];
                };
            };
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedOrder"];
                };
            };
            /** @description The body is no JSON, or the Idempotency-Key no key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No key that works */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none of yours */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule of the order stands against it; `code` says which */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Well formed, but impossible; `errors` says where */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is away; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patchOrdersNumberShipmentsId: {
        parameters: {
            query?: {
                locale?: string | null;
            };
            header?: never;
            path: {
                id: string;
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "tracking_number": "1Z5R89390357567127"
                 *     }
                 */
                "application/json": components["schemas"]["ShipmentChange"];
            };
        };
        responses: {
            /** @description Done, or it was so already */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedOrder"];
                };
            };
            /** @description The body is no JSON, or the Idempotency-Key no key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No key that works */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none of yours */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule of the order stands against it; `code` says which */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Well formed, but impossible; `errors` says where */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is away; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postOrdersNumberShipmentsIdCorrections: {
        parameters: {
            query?: {
                locale?: string | null;
            };
            header?: {
                /** @description Quoted or bare. The same key with the same body replays the first answer, with `Idempotency-Replayed: true`; with another body it is refused. Kept for at least 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "stage": "in_transit",
                 *       "occurred_at": "2008-07-17T08:00:00Z",
                 *       "reason": "Wrong house"
                 *     }
                 */
                "application/json": components["schemas"]["ShipmentCorrection"];
            };
        };
        responses: {
            /** @description Nothing changed: it was so already */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedOrder"];
                };
            };
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedOrder"];
                };
            };
            /** @description The body is no JSON, or the Idempotency-Key no key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No key that works */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none of yours */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule of the order stands against it; `code` says which */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Well formed, but impossible; `errors` says where */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is away; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postOrdersNumberShipmentsIdVoid: {
        parameters: {
            query?: {
                locale?: string | null;
            };
            header?: {
                /** @description Quoted or bare. The same key with the same body replays the first answer, with `Idempotency-Replayed: true`; with another body it is refused. Kept for at least 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Registered for the wrong order"
                 *     }
                 */
                "application/json": components["schemas"]["ShipmentVoid"];
            };
        };
        responses: {
            /** @description Nothing changed: it was so already */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedOrder"];
                };
            };
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedOrder"];
                };
            };
            /** @description The body is no JSON, or the Idempotency-Key no key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No key that works */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none of yours */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule of the order stands against it; `code` says which */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Well formed, but impossible; `errors` says where */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is away; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postOrdersNumberStatusTokens: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The token */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatusToken"];
                };
            };
            /** @description No key that works */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none of yours */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is away; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOrdersNumberStory: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Facts */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Fact"][];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description No key that works */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none of yours */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Well formed, but impossible; `errors` says where */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is away; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postOrdersNumberWithdrawals: {
        parameters: {
            query?: {
                locale?: string | null;
            };
            header?: {
                /** @description Quoted or bare. The same key with the same body replays the first answer, with `Idempotency-Replayed: true`; with another body it is refused. Kept for at least 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Ann Buyer",
                 *       "email": "buyer@example.com",
                 *       "confirm": true
                 *     }
                 */
                "application/json": components["schemas"]["NewWithdrawal"];
            };
        };
        responses: {
            /** @description Nothing changed: it was so already */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedOrder"];
                };
            };
            /** @description Declared and acknowledged */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WithdrawnOrder"];
                };
            };
            /** @description The body is no JSON, or the Idempotency-Key no key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No key that works */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none of yours */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule of the order stands against it; `code` says which */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Well formed, but impossible; `errors` says where */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is away; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPeople: {
        parameters: {
            query?: {
                /** @description Those of this seller; absent: the operators, who look after the shop */
                seller?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description People, owners first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Person"][];
                        next_cursor: null;
                    };
                };
            };
            /** @description No key that works */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Well formed, but impossible; `errors` says where */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is away; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deletePeopleId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Removed */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No key that works */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none of yours */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody would be left who can let others in */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is away; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patchPeopleId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "role": "staff"
                 *     }
                 */
                "application/json": components["schemas"]["PersonChange"];
            };
        };
        responses: {
            /** @description The person */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
            /** @description The body is no JSON, or the Idempotency-Key no key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No key that works */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none of yours */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody would be left who can let others in */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Well formed, but impossible; `errors` says where */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is away; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPickupPoints: {
        parameters: {
            query?: {
                country?: string | null;
                cursor?: string | null;
                limit?: number;
                /** @description A postal code, a town or a street, or all of it */
                near?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Those in use, nearest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PickupPoint"][];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description No key that works */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Well formed, but impossible; `errors` says where */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is away; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPickupPointsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The pickup point */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PickupPoint"];
                };
            };
            /** @description No key that works */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none of yours */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is away; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putPickupPointsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Locker BOS-17",
                 *       "carrier": "ups",
                 *       "line1": "700 Atlantic Ave",
                 *       "line2": "South Station",
                 *       "city": "Boston",
                 *       "region": "MA",
                 *       "postal_code": "02110",
                 *       "country": "US",
                 *       "hours": "Day and night",
                 *       "active": true
                 *     }
                 */
                "application/json": components["schemas"]["PickupPointDescription"];
            };
        };
        responses: {
            /** @description Described anew */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PickupPoint"];
                };
            };
            /** @description A new pickup point */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PickupPoint"];
                };
            };
            /** @description The body is no JSON, or the Idempotency-Key no key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No key that works */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none of yours */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Well formed, but impossible; `errors` says where */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is away; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSellersId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The seller */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Seller"];
                };
            };
            /** @description No key that works */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none of yours */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is away; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putSellersId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Second Shelf Books",
                 *       "email": "desk@books.example",
                 *       "time_zone": "America/New_York",
                 *       "country": "US",
                 *       "handling_days": 2,
                 *       "locale": "en"
                 *     }
                 */
                "application/json": components["schemas"]["SellerDescription"];
            };
        };
        responses: {
            /** @description Described anew */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Seller"];
                };
            };
            /** @description A new seller */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Seller"];
                };
            };
            /** @description The body is no JSON, or the Idempotency-Key no key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No key that works */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none of yours */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Well formed, but impossible; `errors` says where */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is away; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putSellersIdListingStatus: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "status": "inactive",
                 *       "from": "2026-12-24",
                 *       "until": "2027-01-01"
                 *     }
                 */
                "application/json": components["schemas"]["ListingStatus"];
            };
        };
        responses: {
            /** @description The seller */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Seller"];
                };
            };
            /** @description The body is no JSON, or the Idempotency-Key no key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No key that works */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none of yours */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Well formed, but impossible; `errors` says where */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is away; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSellersIdPreferences: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The preferences */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Preferences"];
                };
            };
            /** @description No key that works */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none of yours */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is away; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putSellersIdPreferences: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "locale": "pl",
                 *       "time_zone": "Europe/Warsaw",
                 *       "channels": {
                 *         "email": true,
                 *         "sms": true,
                 *         "push": true
                 *       },
                 *       "types": {
                 *         "shipment_dispatched": {
                 *           "email": "digest"
                 *         },
                 *         "shipment_out_for_delivery": {
                 *           "sms": "instant"
                 *         }
                 *       },
                 *       "quiet_hours": {
                 *         "from": "22:00",
                 *         "to": "07:00"
                 *       },
                 *       "digest_at": "18:00"
                 *     }
                 */
                "application/json": components["schemas"]["PreferencesDescription"];
            };
        };
        responses: {
            /** @description The preferences as they are kept */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Preferences"];
                };
            };
            /** @description The body is no JSON, or the Idempotency-Key no key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No key that works */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none of yours */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Well formed, but impossible; `errors` says where */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is away; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The settings */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Settings"];
                };
            };
            /** @description No key that works */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is away; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postTrackingEvents: {
        parameters: {
            query?: never;
            header?: {
                /** @description Quoted or bare. The same key with the same body replays the first answer, with `Idempotency-Replayed: true`; with another body it is refused. Kept for at least 24 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example [
                 *       {
                 *         "carrier": "ups",
                 *         "tracking_number": "1Z5R89390357567127",
                 *         "stage": "in_transit",
                 *         "occurred_at": "2008-07-17T08:00:00Z",
                 *         "location": "Boston, MA",
                 *         "description": "Departed from facility"
                 *       }
                 *     ]
                 */
                "application/json": components["schemas"]["TrackingEvent"][];
            };
        };
        responses: {
            /** @description Stored: new, known already, and of unknown numbers */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tally"];
                };
            };
            /** @description The body is no JSON, or the Idempotency-Key no key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No key that works */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none of yours */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Well formed, but impossible; `errors` says where */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is away; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWebhookEndpoints: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Endpoints */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["WebhookEndpoint"][];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description No key that works */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Well formed, but impossible; `errors` says where */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is away; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWebhookEndpoints: {
        parameters: {
            query?: never;
            header?: {
                /** @description Quoted or bare. The same key with the same body replays the first answer, with `Idempotency-Replayed: true`; with another body it is refused. Kept for at least 24 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "url": "https://shop.example.com/tidings",
                 *       "types": [
                 *         "*"
                 *       ],
                 *       "description": "The warehouse"
                 *     }
                 */
                "application/json": components["schemas"]["NewWebhookEndpoint"];
            };
        };
        responses: {
            /** @description The endpoint, with its secret */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEndpoint"] & {
                        /**
                         * @description Signs every message. In this answer and never again.
                         * @example whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw
                         */
                        secret: string;
                    };
                };
            };
            /** @description The body is no JSON, or the Idempotency-Key no key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No key that works */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none of yours */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There are too many already */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Well formed, but impossible; `errors` says where */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is away; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWebhookEndpointsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The endpoint */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEndpoint"];
                };
            };
            /** @description No key that works */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none of yours */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is away; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteWebhookEndpointsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ended */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No key that works */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none of yours */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is away; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patchWebhookEndpointsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "enabled": true
                 *     }
                 */
                "application/json": components["schemas"]["WebhookEndpointChange"];
            };
        };
        responses: {
            /** @description The endpoint */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEndpoint"];
                };
            };
            /** @description The body is no JSON, or the Idempotency-Key no key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No key that works */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none of yours */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Well formed, but impossible; `errors` says where */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is away; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWebhookEndpointsIdDeliveries: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
                status?: "waiting" | "sending" | "delivered" | "failed";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deliveries */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["WebhookDelivery"][];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description No key that works */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none of yours */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Well formed, but impossible; `errors` says where */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is away; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWebhookEndpointsIdDeliveriesDeliveryReplay: {
        parameters: {
            query?: never;
            header?: {
                /** @description Quoted or bare. The same key with the same body replays the first answer, with `Idempotency-Replayed: true`; with another body it is refused. Kept for at least 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                delivery: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It waits already */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
            /** @description It is in the line again */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
            /** @description The body is no JSON, or the Idempotency-Key no key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No key that works */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none of yours */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The endpoint is disabled */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Well formed, but impossible; `errors` says where */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is away; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWebhookEndpointsIdReplays: {
        parameters: {
            query?: never;
            header?: {
                /** @description Quoted or bare. The same key with the same body replays the first answer, with `Idempotency-Replayed: true`; with another body it is refused. Kept for at least 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description They are in the line again */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        replayed: number;
                    };
                };
            };
            /** @description The body is no JSON, or the Idempotency-Key no key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No key that works */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none of yours */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The endpoint is disabled */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Well formed, but impossible; `errors` says where */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is away; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWebhookEndpointsIdSecret: {
        parameters: {
            query?: never;
            header?: {
                /** @description Quoted or bare. The same key with the same body replays the first answer, with `Idempotency-Replayed: true`; with another body it is refused. Kept for at least 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The new secret */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: date-time
                         * @example 2026-11-21T10:00:00Z
                         */
                        old_secret_expires_at: string;
                        /**
                         * @description Signs every message. In this answer and never again.
                         * @example whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw
                         */
                        secret: string;
                    };
                };
            };
            /** @description The body is no JSON, or the Idempotency-Key no key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No key that works */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none of yours */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Well formed, but impossible; `errors` says where */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is away; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWebhookEndpointsIdTest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What came back */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookTest"];
                };
            };
            /** @description No key that works */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none of yours */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is away; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    onBuyerErased: {
        parameters: {
            query?: never;
            header: {
                /** @description The same at every try: what was seen before can be left aside */
                "webhook-id": string;
                /** @description `v1,` and HMAC-SHA256 of `id.timestamp.body` in base64; several with spaces between them */
                "webhook-signature": string;
                /** @description Of this try, seconds since 1970 */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "buyer.erased",
                 *       "timestamp": "2026-11-22T14:00:00Z",
                 *       "data": {
                 *         "order": "114-3941689-8772232",
                 *         "version": 34,
                 *         "at": "2026-11-22T14:00:00Z",
                 *         "recorded_at": "2026-11-22T14:00:00Z",
                 *         "actor": "shop",
                 *         "customer": "erased-3kTMd4vX2qhC"
                 *       }
                 *     }
                 */
                "application/json": {
                    data: {
                        actor: string;
                        /** Format: date-time */
                        at: string;
                        /** @description Fields that would have made it larger than 20 kB: read them in the story of the order */
                        omitted?: string[];
                        order: string;
                        /** Format: date-time */
                        recorded_at: string;
                        /** @description Of the fact, in the order's story: messages may overtake each other */
                        version: number;
                    } & {
                        [key: string]: unknown;
                    };
                    /** Format: date-time */
                    timestamp: string;
                    /** @enum {string} */
                    type: "buyer.erased";
                };
            };
        };
        responses: {
            /** @description It has arrived. Anything else, and it comes again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onCaseAnswerNeared: {
        parameters: {
            query?: never;
            header: {
                /** @description The same at every try: what was seen before can be left aside */
                "webhook-id": string;
                /** @description `v1,` and HMAC-SHA256 of `id.timestamp.body` in base64; several with spaces between them */
                "webhook-signature": string;
                /** @description Of this try, seconds since 1970 */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "case.answer_neared",
                 *       "timestamp": "2026-11-22T14:00:00Z",
                 *       "data": {
                 *         "order": "114-3941689-8772232",
                 *         "version": 30,
                 *         "at": "2026-11-22T14:00:00Z",
                 *         "recorded_at": "2026-11-22T14:00:00Z",
                 *         "actor": "shop",
                 *         "case": "cas_1",
                 *         "answer_due": "2026-11-24T10:00:00Z"
                 *       }
                 *     }
                 */
                "application/json": {
                    data: {
                        actor: string;
                        /** Format: date-time */
                        at: string;
                        /** @description Fields that would have made it larger than 20 kB: read them in the story of the order */
                        omitted?: string[];
                        order: string;
                        /** Format: date-time */
                        recorded_at: string;
                        /** @description Of the fact, in the order's story: messages may overtake each other */
                        version: number;
                    } & {
                        [key: string]: unknown;
                    };
                    /** Format: date-time */
                    timestamp: string;
                    /** @enum {string} */
                    type: "case.answer_neared";
                };
            };
        };
        responses: {
            /** @description It has arrived. Anything else, and it comes again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onCaseClosed: {
        parameters: {
            query?: never;
            header: {
                /** @description The same at every try: what was seen before can be left aside */
                "webhook-id": string;
                /** @description `v1,` and HMAC-SHA256 of `id.timestamp.body` in base64; several with spaces between them */
                "webhook-signature": string;
                /** @description Of this try, seconds since 1970 */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "case.closed",
                 *       "timestamp": "2026-11-22T14:00:00Z",
                 *       "data": {
                 *         "order": "114-3941689-8772232",
                 *         "version": 32,
                 *         "at": "2026-11-22T14:00:00Z",
                 *         "recorded_at": "2026-11-22T14:00:00Z",
                 *         "actor": "shop",
                 *         "case": "cas_1",
                 *         "outcome": "resolved",
                 *         "by": "buyer",
                 *         "cancellation": null
                 *       }
                 *     }
                 */
                "application/json": {
                    data: {
                        actor: string;
                        /** Format: date-time */
                        at: string;
                        /** @description Fields that would have made it larger than 20 kB: read them in the story of the order */
                        omitted?: string[];
                        order: string;
                        /** Format: date-time */
                        recorded_at: string;
                        /** @description Of the fact, in the order's story: messages may overtake each other */
                        version: number;
                    } & {
                        [key: string]: unknown;
                    };
                    /** Format: date-time */
                    timestamp: string;
                    /** @enum {string} */
                    type: "case.closed";
                };
            };
        };
        responses: {
            /** @description It has arrived. Anything else, and it comes again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onCaseMessageAdded: {
        parameters: {
            query?: never;
            header: {
                /** @description The same at every try: what was seen before can be left aside */
                "webhook-id": string;
                /** @description `v1,` and HMAC-SHA256 of `id.timestamp.body` in base64; several with spaces between them */
                "webhook-signature": string;
                /** @description Of this try, seconds since 1970 */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "case.message_added",
                 *       "timestamp": "2026-11-22T14:00:00Z",
                 *       "data": {
                 *         "order": "114-3941689-8772232",
                 *         "version": 29,
                 *         "at": "2026-11-22T14:00:00Z",
                 *         "recorded_at": "2026-11-22T14:00:00Z",
                 *         "actor": "shop",
                 *         "case": "cas_1",
                 *         "from": "seller",
                 *         "answer_due": null
                 *       }
                 *     }
                 */
                "application/json": {
                    data: {
                        actor: string;
                        /** Format: date-time */
                        at: string;
                        /** @description Fields that would have made it larger than 20 kB: read them in the story of the order */
                        omitted?: string[];
                        order: string;
                        /** Format: date-time */
                        recorded_at: string;
                        /** @description Of the fact, in the order's story: messages may overtake each other */
                        version: number;
                    } & {
                        [key: string]: unknown;
                    };
                    /** Format: date-time */
                    timestamp: string;
                    /** @enum {string} */
                    type: "case.message_added";
                };
            };
        };
        responses: {
            /** @description It has arrived. Anything else, and it comes again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onCaseOpened: {
        parameters: {
            query?: never;
            header: {
                /** @description The same at every try: what was seen before can be left aside */
                "webhook-id": string;
                /** @description `v1,` and HMAC-SHA256 of `id.timestamp.body` in base64; several with spaces between them */
                "webhook-signature": string;
                /** @description Of this try, seconds since 1970 */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "case.opened",
                 *       "timestamp": "2026-11-22T14:00:00Z",
                 *       "data": {
                 *         "order": "114-3941689-8772232",
                 *         "version": 28,
                 *         "at": "2026-11-22T14:00:00Z",
                 *         "recorded_at": "2026-11-22T14:00:00Z",
                 *         "actor": "shop",
                 *         "case": "cas_1",
                 *         "kind": "question",
                 *         "seller": "s-1",
                 *         "from": "buyer",
                 *         "lines": [
                 *           {
                 *             "line": "1",
                 *             "quantity": 1
                 *           }
                 *         ],
                 *         "shipment": null,
                 *         "answer_due": "2026-11-24T10:00:00Z"
                 *       }
                 *     }
                 */
                "application/json": {
                    data: {
                        actor: string;
                        /** Format: date-time */
                        at: string;
                        /** @description Fields that would have made it larger than 20 kB: read them in the story of the order */
                        omitted?: string[];
                        order: string;
                        /** Format: date-time */
                        recorded_at: string;
                        /** @description Of the fact, in the order's story: messages may overtake each other */
                        version: number;
                    } & {
                        [key: string]: unknown;
                    };
                    /** Format: date-time */
                    timestamp: string;
                    /** @enum {string} */
                    type: "case.opened";
                };
            };
        };
        responses: {
            /** @description It has arrived. Anything else, and it comes again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onCaseOverdue: {
        parameters: {
            query?: never;
            header: {
                /** @description The same at every try: what was seen before can be left aside */
                "webhook-id": string;
                /** @description `v1,` and HMAC-SHA256 of `id.timestamp.body` in base64; several with spaces between them */
                "webhook-signature": string;
                /** @description Of this try, seconds since 1970 */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "case.overdue",
                 *       "timestamp": "2026-11-22T14:00:00Z",
                 *       "data": {
                 *         "order": "114-3941689-8772232",
                 *         "version": 31,
                 *         "at": "2026-11-22T14:00:00Z",
                 *         "recorded_at": "2026-11-22T14:00:00Z",
                 *         "actor": "shop",
                 *         "case": "cas_1",
                 *         "answer_due": "2026-11-24T10:00:00Z"
                 *       }
                 *     }
                 */
                "application/json": {
                    data: {
                        actor: string;
                        /** Format: date-time */
                        at: string;
                        /** @description Fields that would have made it larger than 20 kB: read them in the story of the order */
                        omitted?: string[];
                        order: string;
                        /** Format: date-time */
                        recorded_at: string;
                        /** @description Of the fact, in the order's story: messages may overtake each other */
                        version: number;
                    } & {
                        [key: string]: unknown;
                    };
                    /** Format: date-time */
                    timestamp: string;
                    /** @enum {string} */
                    type: "case.overdue";
                };
            };
        };
        responses: {
            /** @description It has arrived. Anything else, and it comes again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onDelayDecisionAsked: {
        parameters: {
            query?: never;
            header: {
                /** @description The same at every try: what was seen before can be left aside */
                "webhook-id": string;
                /** @description `v1,` and HMAC-SHA256 of `id.timestamp.body` in base64; several with spaces between them */
                "webhook-signature": string;
                /** @description Of this try, seconds since 1970 */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "delay_decision.asked",
                 *       "timestamp": "2026-11-22T14:00:00Z",
                 *       "data": {
                 *         "order": "114-3941689-8772232",
                 *         "version": 21,
                 *         "at": "2026-11-22T14:00:00Z",
                 *         "recorded_at": "2026-11-22T14:00:00Z",
                 *         "actor": "shop",
                 *         "change": 4,
                 *         "lines": [
                 *           {
                 *             "line": "1",
                 *             "rule": "us_ftc_first",
                 *             "until": "2026-11-28",
                 *             "without_answer": "wait",
                 *             "old_latest": "2026-11-28",
                 *             "new_latest": "2026-12-05"
                 *           }
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": {
                    data: {
                        actor: string;
                        /** Format: date-time */
                        at: string;
                        /** @description Fields that would have made it larger than 20 kB: read them in the story of the order */
                        omitted?: string[];
                        order: string;
                        /** Format: date-time */
                        recorded_at: string;
                        /** @description Of the fact, in the order's story: messages may overtake each other */
                        version: number;
                    } & {
                        [key: string]: unknown;
                    };
                    /** Format: date-time */
                    timestamp: string;
                    /** @enum {string} */
                    type: "delay_decision.asked";
                };
            };
        };
        responses: {
            /** @description It has arrived. Anything else, and it comes again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onDelayDecisionClosed: {
        parameters: {
            query?: never;
            header: {
                /** @description The same at every try: what was seen before can be left aside */
                "webhook-id": string;
                /** @description `v1,` and HMAC-SHA256 of `id.timestamp.body` in base64; several with spaces between them */
                "webhook-signature": string;
                /** @description Of this try, seconds since 1970 */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "delay_decision.closed",
                 *       "timestamp": "2026-11-22T14:00:00Z",
                 *       "data": {
                 *         "order": "114-3941689-8772232",
                 *         "version": 23,
                 *         "at": "2026-11-22T14:00:00Z",
                 *         "recorded_at": "2026-11-22T14:00:00Z",
                 *         "actor": "shop",
                 *         "lines": [
                 *           "1"
                 *         ],
                 *         "because": "dispatched"
                 *       }
                 *     }
                 */
                "application/json": {
                    data: {
                        actor: string;
                        /** Format: date-time */
                        at: string;
                        /** @description Fields that would have made it larger than 20 kB: read them in the story of the order */
                        omitted?: string[];
                        order: string;
                        /** Format: date-time */
                        recorded_at: string;
                        /** @description Of the fact, in the order's story: messages may overtake each other */
                        version: number;
                    } & {
                        [key: string]: unknown;
                    };
                    /** Format: date-time */
                    timestamp: string;
                    /** @enum {string} */
                    type: "delay_decision.closed";
                };
            };
        };
        responses: {
            /** @description It has arrived. Anything else, and it comes again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onDelayDecisionMade: {
        parameters: {
            query?: never;
            header: {
                /** @description The same at every try: what was seen before can be left aside */
                "webhook-id": string;
                /** @description `v1,` and HMAC-SHA256 of `id.timestamp.body` in base64; several with spaces between them */
                "webhook-signature": string;
                /** @description Of this try, seconds since 1970 */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "delay_decision.made",
                 *       "timestamp": "2026-11-22T14:00:00Z",
                 *       "data": {
                 *         "order": "114-3941689-8772232",
                 *         "version": 22,
                 *         "at": "2026-11-22T14:00:00Z",
                 *         "recorded_at": "2026-11-22T14:00:00Z",
                 *         "actor": "shop",
                 *         "lines": [
                 *           "1"
                 *         ],
                 *         "decision": "wait",
                 *         "by": "customer"
                 *       }
                 *     }
                 */
                "application/json": {
                    data: {
                        actor: string;
                        /** Format: date-time */
                        at: string;
                        /** @description Fields that would have made it larger than 20 kB: read them in the story of the order */
                        omitted?: string[];
                        order: string;
                        /** Format: date-time */
                        recorded_at: string;
                        /** @description Of the fact, in the order's story: messages may overtake each other */
                        version: number;
                    } & {
                        [key: string]: unknown;
                    };
                    /** Format: date-time */
                    timestamp: string;
                    /** @enum {string} */
                    type: "delay_decision.made";
                };
            };
        };
        responses: {
            /** @description It has arrived. Anything else, and it comes again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onForecastChanged: {
        parameters: {
            query?: never;
            header: {
                /** @description The same at every try: what was seen before can be left aside */
                "webhook-id": string;
                /** @description `v1,` and HMAC-SHA256 of `id.timestamp.body` in base64; several with spaces between them */
                "webhook-signature": string;
                /** @description Of this try, seconds since 1970 */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "forecast.changed",
                 *       "timestamp": "2026-11-22T14:00:00Z",
                 *       "data": {
                 *         "order": "114-3941689-8772232",
                 *         "version": 26,
                 *         "at": "2026-11-22T14:00:00Z",
                 *         "recorded_at": "2026-11-22T14:00:00Z",
                 *         "actor": "shop",
                 *         "shipment": "shp_1",
                 *         "from": null,
                 *         "to": "2026-11-27"
                 *       }
                 *     }
                 */
                "application/json": {
                    data: {
                        actor: string;
                        /** Format: date-time */
                        at: string;
                        /** @description Fields that would have made it larger than 20 kB: read them in the story of the order */
                        omitted?: string[];
                        order: string;
                        /** Format: date-time */
                        recorded_at: string;
                        /** @description Of the fact, in the order's story: messages may overtake each other */
                        version: number;
                    } & {
                        [key: string]: unknown;
                    };
                    /** Format: date-time */
                    timestamp: string;
                    /** @enum {string} */
                    type: "forecast.changed";
                };
            };
        };
        responses: {
            /** @description It has arrived. Anything else, and it comes again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onHandlingBegun: {
        parameters: {
            query?: never;
            header: {
                /** @description The same at every try: what was seen before can be left aside */
                "webhook-id": string;
                /** @description `v1,` and HMAC-SHA256 of `id.timestamp.body` in base64; several with spaces between them */
                "webhook-signature": string;
                /** @description Of this try, seconds since 1970 */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "handling.begun",
                 *       "timestamp": "2026-11-22T14:00:00Z",
                 *       "data": {
                 *         "order": "114-3941689-8772232",
                 *         "version": 4,
                 *         "at": "2026-11-22T14:00:00Z",
                 *         "recorded_at": "2026-11-22T14:00:00Z",
                 *         "actor": "shop",
                 *         "lines": [
                 *           {
                 *             "line": "1",
                 *             "ship_by": "2026-11-23"
                 *           }
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": {
                    data: {
                        actor: string;
                        /** Format: date-time */
                        at: string;
                        /** @description Fields that would have made it larger than 20 kB: read them in the story of the order */
                        omitted?: string[];
                        order: string;
                        /** Format: date-time */
                        recorded_at: string;
                        /** @description Of the fact, in the order's story: messages may overtake each other */
                        version: number;
                    } & {
                        [key: string]: unknown;
                    };
                    /** Format: date-time */
                    timestamp: string;
                    /** @enum {string} */
                    type: "handling.begun";
                };
            };
        };
        responses: {
            /** @description It has arrived. Anything else, and it comes again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onInvoiceIssued: {
        parameters: {
            query?: never;
            header: {
                /** @description The same at every try: what was seen before can be left aside */
                "webhook-id": string;
                /** @description `v1,` and HMAC-SHA256 of `id.timestamp.body` in base64; several with spaces between them */
                "webhook-signature": string;
                /** @description Of this try, seconds since 1970 */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "invoice.issued",
                 *       "timestamp": "2026-11-22T14:00:00Z",
                 *       "data": {
                 *         "order": "114-3941689-8772232",
                 *         "version": 6,
                 *         "at": "2026-11-22T14:00:00Z",
                 *         "recorded_at": "2026-11-22T14:00:00Z",
                 *         "actor": "shop",
                 *         "number": "FV/1",
                 *         "url": "https://shop.example.com/invoices/1.pdf",
                 *         "issued_at": "2026-11-20T14:00:00Z"
                 *       }
                 *     }
                 */
                "application/json": {
                    data: {
                        actor: string;
                        /** Format: date-time */
                        at: string;
                        /** @description Fields that would have made it larger than 20 kB: read them in the story of the order */
                        omitted?: string[];
                        order: string;
                        /** Format: date-time */
                        recorded_at: string;
                        /** @description Of the fact, in the order's story: messages may overtake each other */
                        version: number;
                    } & {
                        [key: string]: unknown;
                    };
                    /** Format: date-time */
                    timestamp: string;
                    /** @enum {string} */
                    type: "invoice.issued";
                };
            };
        };
        responses: {
            /** @description It has arrived. Anything else, and it comes again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onLinesCanceled: {
        parameters: {
            query?: never;
            header: {
                /** @description The same at every try: what was seen before can be left aside */
                "webhook-id": string;
                /** @description `v1,` and HMAC-SHA256 of `id.timestamp.body` in base64; several with spaces between them */
                "webhook-signature": string;
                /** @description Of this try, seconds since 1970 */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "lines.canceled",
                 *       "timestamp": "2026-11-22T14:00:00Z",
                 *       "data": {
                 *         "order": "114-3941689-8772232",
                 *         "version": 20,
                 *         "at": "2026-11-22T14:00:00Z",
                 *         "recorded_at": "2026-11-22T14:00:00Z",
                 *         "actor": "shop",
                 *         "id": "can_1",
                 *         "by": "customer",
                 *         "lines": [
                 *           {
                 *             "line": "2",
                 *             "quantity": 1
                 *           }
                 *         ],
                 *         "everything": false,
                 *         "items": 2999,
                 *         "discount": 0,
                 *         "tax": 0,
                 *         "shipping": 0,
                 *         "value": 2999,
                 *         "moves": [
                 *           {
                 *             "line": "2",
                 *             "canceled": 1
                 *           }
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": {
                    data: {
                        actor: string;
                        /** Format: date-time */
                        at: string;
                        /** @description Fields that would have made it larger than 20 kB: read them in the story of the order */
                        omitted?: string[];
                        order: string;
                        /** Format: date-time */
                        recorded_at: string;
                        /** @description Of the fact, in the order's story: messages may overtake each other */
                        version: number;
                    } & {
                        [key: string]: unknown;
                    };
                    /** Format: date-time */
                    timestamp: string;
                    /** @enum {string} */
                    type: "lines.canceled";
                };
            };
        };
        responses: {
            /** @description It has arrived. Anything else, and it comes again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onOrderChanged: {
        parameters: {
            query?: never;
            header: {
                /** @description The same at every try: what was seen before can be left aside */
                "webhook-id": string;
                /** @description `v1,` and HMAC-SHA256 of `id.timestamp.body` in base64; several with spaces between them */
                "webhook-signature": string;
                /** @description Of this try, seconds since 1970 */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "order.changed",
                 *       "timestamp": "2026-11-22T14:00:00Z",
                 *       "data": {
                 *         "order": "114-3941689-8772232",
                 *         "version": 27,
                 *         "at": "2026-11-22T14:00:00Z",
                 *         "recorded_at": "2026-11-22T14:00:00Z",
                 *         "actor": "shop",
                 *         "id": "chg_1",
                 *         "by": "customer",
                 *         "kinds": [
                 *           "delivery_option"
                 *         ],
                 *         "surcharge": 600,
                 *         "refund": null,
                 *         "delivery_option": {
                 *           "from": "standard",
                 *           "to": "expedited"
                 *         },
                 *         "promises": [
                 *           {
                 *             "line": "1",
                 *             "from": {
                 *               "earliest": "2026-11-24",
                 *               "latest": "2026-11-28"
                 *             },
                 *             "to": {
                 *               "earliest": "2026-11-23",
                 *               "latest": "2026-11-25"
                 *             }
                 *           }
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": {
                    data: {
                        actor: string;
                        /** Format: date-time */
                        at: string;
                        /** @description Fields that would have made it larger than 20 kB: read them in the story of the order */
                        omitted?: string[];
                        order: string;
                        /** Format: date-time */
                        recorded_at: string;
                        /** @description Of the fact, in the order's story: messages may overtake each other */
                        version: number;
                    } & {
                        [key: string]: unknown;
                    };
                    /** Format: date-time */
                    timestamp: string;
                    /** @enum {string} */
                    type: "order.changed";
                };
            };
        };
        responses: {
            /** @description It has arrived. Anything else, and it comes again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onOrderHandedOff: {
        parameters: {
            query?: never;
            header: {
                /** @description The same at every try: what was seen before can be left aside */
                "webhook-id": string;
                /** @description `v1,` and HMAC-SHA256 of `id.timestamp.body` in base64; several with spaces between them */
                "webhook-signature": string;
                /** @description Of this try, seconds since 1970 */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "order.handed_off",
                 *       "timestamp": "2026-11-22T14:00:00Z",
                 *       "data": {
                 *         "order": "114-3941689-8772232",
                 *         "version": 2,
                 *         "at": "2026-11-22T14:00:00Z",
                 *         "recorded_at": "2026-11-22T14:00:00Z",
                 *         "actor": "shop"
                 *       }
                 *     }
                 */
                "application/json": {
                    data: {
                        actor: string;
                        /** Format: date-time */
                        at: string;
                        /** @description Fields that would have made it larger than 20 kB: read them in the story of the order */
                        omitted?: string[];
                        order: string;
                        /** Format: date-time */
                        recorded_at: string;
                        /** @description Of the fact, in the order's story: messages may overtake each other */
                        version: number;
                    } & {
                        [key: string]: unknown;
                    };
                    /** Format: date-time */
                    timestamp: string;
                    /** @enum {string} */
                    type: "order.handed_off";
                };
            };
        };
        responses: {
            /** @description It has arrived. Anything else, and it comes again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onOrderPlaced: {
        parameters: {
            query?: never;
            header: {
                /** @description The same at every try: what was seen before can be left aside */
                "webhook-id": string;
                /** @description `v1,` and HMAC-SHA256 of `id.timestamp.body` in base64; several with spaces between them */
                "webhook-signature": string;
                /** @description Of this try, seconds since 1970 */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "order.placed",
                 *       "timestamp": "2026-11-22T14:00:00Z",
                 *       "data": {
                 *         "order": "114-3941689-8772232",
                 *         "version": 1,
                 *         "at": "2026-11-22T14:00:00Z",
                 *         "recorded_at": "2026-11-22T14:00:00Z",
                 *         "actor": "shop",
                 *         "number": "114-3941689-8772232",
                 *         "placed_at": "2026-11-20T12:49:00Z",
                 *         "currency": "USD",
                 *         "locale": "en-US",
                 *         "time_zone": "America/New_York",
                 *         "delivery_option": "standard",
                 *         "country": "US",
                 *         "customer": "c-1",
                 *         "payment_method": "transfer",
                 *         "payment_status": "pending",
                 *         "payment_reference": null,
                 *         "totals": {
                 *           "items": 4998,
                 *           "shipping": 399,
                 *           "tax": 0,
                 *           "discount": 0,
                 *           "total": 5397
                 *         },
                 *         "lines": [
                 *           {
                 *             "id": "1",
                 *             "sku": "book-1",
                 *             "title": "The Design of Everyday Things",
                 *             "seller": "s-1",
                 *             "unit_price": 1999,
                 *             "quantity": 1,
                 *             "image_url": null,
                 *             "availability": "in_stock",
                 *             "ships_after": null,
                 *             "promise": {
                 *               "earliest": "2026-11-24",
                 *               "latest": "2026-11-28",
                 *               "source": "given"
                 *             }
                 *           },
                 *           {
                 *             "id": "2",
                 *             "sku": "book-2",
                 *             "title": "Structure and Interpretation of Computer Programs",
                 *             "seller": "s-1",
                 *             "unit_price": 2999,
                 *             "quantity": 1,
                 *             "image_url": null,
                 *             "availability": "in_stock",
                 *             "ships_after": null,
                 *             "promise": {
                 *               "earliest": "2026-11-24",
                 *               "latest": "2026-11-28",
                 *               "source": "given"
                 *             }
                 *           }
                 *         ],
                 *         "handling": [
                 *           {
                 *             "seller": "s-1",
                 *             "country": "US",
                 *             "time_zone": "America/New_York",
                 *             "handling_days": 2
                 *           }
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": {
                    data: {
                        actor: string;
                        /** Format: date-time */
                        at: string;
                        /** @description Fields that would have made it larger than 20 kB: read them in the story of the order */
                        omitted?: string[];
                        order: string;
                        /** Format: date-time */
                        recorded_at: string;
                        /** @description Of the fact, in the order's story: messages may overtake each other */
                        version: number;
                    } & {
                        [key: string]: unknown;
                    };
                    /** Format: date-time */
                    timestamp: string;
                    /** @enum {string} */
                    type: "order.placed";
                };
            };
        };
        responses: {
            /** @description It has arrived. Anything else, and it comes again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onOrderSplit: {
        parameters: {
            query?: never;
            header: {
                /** @description The same at every try: what was seen before can be left aside */
                "webhook-id": string;
                /** @description `v1,` and HMAC-SHA256 of `id.timestamp.body` in base64; several with spaces between them */
                "webhook-signature": string;
                /** @description Of this try, seconds since 1970 */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "order.split",
                 *       "timestamp": "2026-11-22T14:00:00Z",
                 *       "data": {
                 *         "order": "114-3941689-8772232",
                 *         "version": 3,
                 *         "at": "2026-11-22T14:00:00Z",
                 *         "recorded_at": "2026-11-22T14:00:00Z",
                 *         "actor": "shop",
                 *         "shipment": "shp_1"
                 *       }
                 *     }
                 */
                "application/json": {
                    data: {
                        actor: string;
                        /** Format: date-time */
                        at: string;
                        /** @description Fields that would have made it larger than 20 kB: read them in the story of the order */
                        omitted?: string[];
                        order: string;
                        /** Format: date-time */
                        recorded_at: string;
                        /** @description Of the fact, in the order's story: messages may overtake each other */
                        version: number;
                    } & {
                        [key: string]: unknown;
                    };
                    /** Format: date-time */
                    timestamp: string;
                    /** @enum {string} */
                    type: "order.split";
                };
            };
        };
        responses: {
            /** @description It has arrived. Anything else, and it comes again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onPackingBegun: {
        parameters: {
            query?: never;
            header: {
                /** @description The same at every try: what was seen before can be left aside */
                "webhook-id": string;
                /** @description `v1,` and HMAC-SHA256 of `id.timestamp.body` in base64; several with spaces between them */
                "webhook-signature": string;
                /** @description Of this try, seconds since 1970 */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "packing.begun",
                 *       "timestamp": "2026-11-22T14:00:00Z",
                 *       "data": {
                 *         "order": "114-3941689-8772232",
                 *         "version": 5,
                 *         "at": "2026-11-22T14:00:00Z",
                 *         "recorded_at": "2026-11-22T14:00:00Z",
                 *         "actor": "shop",
                 *         "lines": [
                 *           {
                 *             "line": "1",
                 *             "quantity": 1
                 *           }
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": {
                    data: {
                        actor: string;
                        /** Format: date-time */
                        at: string;
                        /** @description Fields that would have made it larger than 20 kB: read them in the story of the order */
                        omitted?: string[];
                        order: string;
                        /** Format: date-time */
                        recorded_at: string;
                        /** @description Of the fact, in the order's story: messages may overtake each other */
                        version: number;
                    } & {
                        [key: string]: unknown;
                    };
                    /** Format: date-time */
                    timestamp: string;
                    /** @enum {string} */
                    type: "packing.begun";
                };
            };
        };
        responses: {
            /** @description It has arrived. Anything else, and it comes again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onPaymentReceived: {
        parameters: {
            query?: never;
            header: {
                /** @description The same at every try: what was seen before can be left aside */
                "webhook-id": string;
                /** @description `v1,` and HMAC-SHA256 of `id.timestamp.body` in base64; several with spaces between them */
                "webhook-signature": string;
                /** @description Of this try, seconds since 1970 */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "payment.received",
                 *       "timestamp": "2026-11-22T14:00:00Z",
                 *       "data": {
                 *         "order": "114-3941689-8772232",
                 *         "version": 9,
                 *         "at": "2026-11-22T14:00:00Z",
                 *         "recorded_at": "2026-11-22T14:00:00Z",
                 *         "actor": "shop",
                 *         "amount": 5397,
                 *         "method": "transfer",
                 *         "reference": "tr_1",
                 *         "received_at": "2026-11-21T08:00:00Z"
                 *       }
                 *     }
                 */
                "application/json": {
                    data: {
                        actor: string;
                        /** Format: date-time */
                        at: string;
                        /** @description Fields that would have made it larger than 20 kB: read them in the story of the order */
                        omitted?: string[];
                        order: string;
                        /** Format: date-time */
                        recorded_at: string;
                        /** @description Of the fact, in the order's story: messages may overtake each other */
                        version: number;
                    } & {
                        [key: string]: unknown;
                    };
                    /** Format: date-time */
                    timestamp: string;
                    /** @enum {string} */
                    type: "payment.received";
                };
            };
        };
        responses: {
            /** @description It has arrived. Anything else, and it comes again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onPickupExpiryNeared: {
        parameters: {
            query?: never;
            header: {
                /** @description The same at every try: what was seen before can be left aside */
                "webhook-id": string;
                /** @description `v1,` and HMAC-SHA256 of `id.timestamp.body` in base64; several with spaces between them */
                "webhook-signature": string;
                /** @description Of this try, seconds since 1970 */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "pickup.expiry_neared",
                 *       "timestamp": "2026-11-22T14:00:00Z",
                 *       "data": {
                 *         "order": "114-3941689-8772232",
                 *         "version": 19,
                 *         "at": "2026-11-22T14:00:00Z",
                 *         "recorded_at": "2026-11-22T14:00:00Z",
                 *         "actor": "shop",
                 *         "shipment": "shp_1",
                 *         "pickup_until": "2026-11-30T18:00:00Z"
                 *       }
                 *     }
                 */
                "application/json": {
                    data: {
                        actor: string;
                        /** Format: date-time */
                        at: string;
                        /** @description Fields that would have made it larger than 20 kB: read them in the story of the order */
                        omitted?: string[];
                        order: string;
                        /** Format: date-time */
                        recorded_at: string;
                        /** @description Of the fact, in the order's story: messages may overtake each other */
                        version: number;
                    } & {
                        [key: string]: unknown;
                    };
                    /** Format: date-time */
                    timestamp: string;
                    /** @enum {string} */
                    type: "pickup.expiry_neared";
                };
            };
        };
        responses: {
            /** @description It has arrived. Anything else, and it comes again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onPromisePassed: {
        parameters: {
            query?: never;
            header: {
                /** @description The same at every try: what was seen before can be left aside */
                "webhook-id": string;
                /** @description `v1,` and HMAC-SHA256 of `id.timestamp.body` in base64; several with spaces between them */
                "webhook-signature": string;
                /** @description Of this try, seconds since 1970 */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "promise.passed",
                 *       "timestamp": "2026-11-22T14:00:00Z",
                 *       "data": {
                 *         "order": "114-3941689-8772232",
                 *         "version": 24,
                 *         "at": "2026-11-22T14:00:00Z",
                 *         "recorded_at": "2026-11-22T14:00:00Z",
                 *         "actor": "shop",
                 *         "lines": [
                 *           {
                 *             "line": "1",
                 *             "latest": "2026-11-28"
                 *           }
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": {
                    data: {
                        actor: string;
                        /** Format: date-time */
                        at: string;
                        /** @description Fields that would have made it larger than 20 kB: read them in the story of the order */
                        omitted?: string[];
                        order: string;
                        /** Format: date-time */
                        recorded_at: string;
                        /** @description Of the fact, in the order's story: messages may overtake each other */
                        version: number;
                    } & {
                        [key: string]: unknown;
                    };
                    /** Format: date-time */
                    timestamp: string;
                    /** @enum {string} */
                    type: "promise.passed";
                };
            };
        };
        responses: {
            /** @description It has arrived. Anything else, and it comes again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onPromiseRevised: {
        parameters: {
            query?: never;
            header: {
                /** @description The same at every try: what was seen before can be left aside */
                "webhook-id": string;
                /** @description `v1,` and HMAC-SHA256 of `id.timestamp.body` in base64; several with spaces between them */
                "webhook-signature": string;
                /** @description Of this try, seconds since 1970 */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "promise.revised",
                 *       "timestamp": "2026-11-22T14:00:00Z",
                 *       "data": {
                 *         "order": "114-3941689-8772232",
                 *         "version": 7,
                 *         "at": "2026-11-22T14:00:00Z",
                 *         "recorded_at": "2026-11-22T14:00:00Z",
                 *         "actor": "shop",
                 *         "lines": [
                 *           {
                 *             "line": "1",
                 *             "from": {
                 *               "earliest": "2026-11-24",
                 *               "latest": "2026-11-28"
                 *             },
                 *             "to": {
                 *               "earliest": "2026-12-01",
                 *               "latest": "2026-12-05"
                 *             }
                 *           }
                 *         ],
                 *         "reason": "supplier_delay",
                 *         "delay": true
                 *       }
                 *     }
                 */
                "application/json": {
                    data: {
                        actor: string;
                        /** Format: date-time */
                        at: string;
                        /** @description Fields that would have made it larger than 20 kB: read them in the story of the order */
                        omitted?: string[];
                        order: string;
                        /** Format: date-time */
                        recorded_at: string;
                        /** @description Of the fact, in the order's story: messages may overtake each other */
                        version: number;
                    } & {
                        [key: string]: unknown;
                    };
                    /** Format: date-time */
                    timestamp: string;
                    /** @enum {string} */
                    type: "promise.revised";
                };
            };
        };
        responses: {
            /** @description It has arrived. Anything else, and it comes again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onRefundFailed: {
        parameters: {
            query?: never;
            header: {
                /** @description The same at every try: what was seen before can be left aside */
                "webhook-id": string;
                /** @description `v1,` and HMAC-SHA256 of `id.timestamp.body` in base64; several with spaces between them */
                "webhook-signature": string;
                /** @description Of this try, seconds since 1970 */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "refund.failed",
                 *       "timestamp": "2026-11-22T14:00:00Z",
                 *       "data": {
                 *         "order": "114-3941689-8772232",
                 *         "version": 12,
                 *         "at": "2026-11-22T14:00:00Z",
                 *         "recorded_at": "2026-11-22T14:00:00Z",
                 *         "actor": "shop",
                 *         "id": "ref_1",
                 *         "reference": null
                 *       }
                 *     }
                 */
                "application/json": {
                    data: {
                        actor: string;
                        /** Format: date-time */
                        at: string;
                        /** @description Fields that would have made it larger than 20 kB: read them in the story of the order */
                        omitted?: string[];
                        order: string;
                        /** Format: date-time */
                        recorded_at: string;
                        /** @description Of the fact, in the order's story: messages may overtake each other */
                        version: number;
                    } & {
                        [key: string]: unknown;
                    };
                    /** Format: date-time */
                    timestamp: string;
                    /** @enum {string} */
                    type: "refund.failed";
                };
            };
        };
        responses: {
            /** @description It has arrived. Anything else, and it comes again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onRefundIssued: {
        parameters: {
            query?: never;
            header: {
                /** @description The same at every try: what was seen before can be left aside */
                "webhook-id": string;
                /** @description `v1,` and HMAC-SHA256 of `id.timestamp.body` in base64; several with spaces between them */
                "webhook-signature": string;
                /** @description Of this try, seconds since 1970 */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "refund.issued",
                 *       "timestamp": "2026-11-22T14:00:00Z",
                 *       "data": {
                 *         "order": "114-3941689-8772232",
                 *         "version": 10,
                 *         "at": "2026-11-22T14:00:00Z",
                 *         "recorded_at": "2026-11-22T14:00:00Z",
                 *         "actor": "shop",
                 *         "id": "ref_1",
                 *         "amount": 2999,
                 *         "cause": "cancellation",
                 *         "cancellation": "can_1",
                 *         "lines": [
                 *           {
                 *             "line": "2",
                 *             "quantity": 1
                 *           }
                 *         ],
                 *         "reference": null
                 *       }
                 *     }
                 */
                "application/json": {
                    data: {
                        actor: string;
                        /** Format: date-time */
                        at: string;
                        /** @description Fields that would have made it larger than 20 kB: read them in the story of the order */
                        omitted?: string[];
                        order: string;
                        /** Format: date-time */
                        recorded_at: string;
                        /** @description Of the fact, in the order's story: messages may overtake each other */
                        version: number;
                    } & {
                        [key: string]: unknown;
                    };
                    /** Format: date-time */
                    timestamp: string;
                    /** @enum {string} */
                    type: "refund.issued";
                };
            };
        };
        responses: {
            /** @description It has arrived. Anything else, and it comes again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onRefundSettled: {
        parameters: {
            query?: never;
            header: {
                /** @description The same at every try: what was seen before can be left aside */
                "webhook-id": string;
                /** @description `v1,` and HMAC-SHA256 of `id.timestamp.body` in base64; several with spaces between them */
                "webhook-signature": string;
                /** @description Of this try, seconds since 1970 */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "refund.settled",
                 *       "timestamp": "2026-11-22T14:00:00Z",
                 *       "data": {
                 *         "order": "114-3941689-8772232",
                 *         "version": 11,
                 *         "at": "2026-11-22T14:00:00Z",
                 *         "recorded_at": "2026-11-22T14:00:00Z",
                 *         "actor": "shop",
                 *         "id": "ref_1",
                 *         "reference": "re_1",
                 *         "settled_at": "2026-11-23T09:00:00Z"
                 *       }
                 *     }
                 */
                "application/json": {
                    data: {
                        actor: string;
                        /** Format: date-time */
                        at: string;
                        /** @description Fields that would have made it larger than 20 kB: read them in the story of the order */
                        omitted?: string[];
                        order: string;
                        /** Format: date-time */
                        recorded_at: string;
                        /** @description Of the fact, in the order's story: messages may overtake each other */
                        version: number;
                    } & {
                        [key: string]: unknown;
                    };
                    /** Format: date-time */
                    timestamp: string;
                    /** @enum {string} */
                    type: "refund.settled";
                };
            };
        };
        responses: {
            /** @description It has arrived. Anything else, and it comes again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onScanRecorded: {
        parameters: {
            query?: never;
            header: {
                /** @description The same at every try: what was seen before can be left aside */
                "webhook-id": string;
                /** @description `v1,` and HMAC-SHA256 of `id.timestamp.body` in base64; several with spaces between them */
                "webhook-signature": string;
                /** @description Of this try, seconds since 1970 */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "scan.recorded",
                 *       "timestamp": "2026-11-22T14:00:00Z",
                 *       "data": {
                 *         "order": "114-3941689-8772232",
                 *         "version": 18,
                 *         "at": "2026-11-22T14:00:00Z",
                 *         "recorded_at": "2026-11-22T14:00:00Z",
                 *         "actor": "shop",
                 *         "shipment": "shp_1",
                 *         "stage": "out_for_delivery",
                 *         "reason": null,
                 *         "flags": [],
                 *         "moved": true,
                 *         "entered": true
                 *       }
                 *     }
                 */
                "application/json": {
                    data: {
                        actor: string;
                        /** Format: date-time */
                        at: string;
                        /** @description Fields that would have made it larger than 20 kB: read them in the story of the order */
                        omitted?: string[];
                        order: string;
                        /** Format: date-time */
                        recorded_at: string;
                        /** @description Of the fact, in the order's story: messages may overtake each other */
                        version: number;
                    } & {
                        [key: string]: unknown;
                    };
                    /** Format: date-time */
                    timestamp: string;
                    /** @enum {string} */
                    type: "scan.recorded";
                };
            };
        };
        responses: {
            /** @description It has arrived. Anything else, and it comes again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onShipByNeared: {
        parameters: {
            query?: never;
            header: {
                /** @description The same at every try: what was seen before can be left aside */
                "webhook-id": string;
                /** @description `v1,` and HMAC-SHA256 of `id.timestamp.body` in base64; several with spaces between them */
                "webhook-signature": string;
                /** @description Of this try, seconds since 1970 */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "ship_by.neared",
                 *       "timestamp": "2026-11-22T14:00:00Z",
                 *       "data": {
                 *         "order": "114-3941689-8772232",
                 *         "version": 8,
                 *         "at": "2026-11-22T14:00:00Z",
                 *         "recorded_at": "2026-11-22T14:00:00Z",
                 *         "actor": "shop",
                 *         "seller": "s-1",
                 *         "ship_by": "2026-11-23"
                 *       }
                 *     }
                 */
                "application/json": {
                    data: {
                        actor: string;
                        /** Format: date-time */
                        at: string;
                        /** @description Fields that would have made it larger than 20 kB: read them in the story of the order */
                        omitted?: string[];
                        order: string;
                        /** Format: date-time */
                        recorded_at: string;
                        /** @description Of the fact, in the order's story: messages may overtake each other */
                        version: number;
                    } & {
                        [key: string]: unknown;
                    };
                    /** Format: date-time */
                    timestamp: string;
                    /** @enum {string} */
                    type: "ship_by.neared";
                };
            };
        };
        responses: {
            /** @description It has arrived. Anything else, and it comes again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onShipmentChanged: {
        parameters: {
            query?: never;
            header: {
                /** @description The same at every try: what was seen before can be left aside */
                "webhook-id": string;
                /** @description `v1,` and HMAC-SHA256 of `id.timestamp.body` in base64; several with spaces between them */
                "webhook-signature": string;
                /** @description Of this try, seconds since 1970 */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "shipment.changed",
                 *       "timestamp": "2026-11-22T14:00:00Z",
                 *       "data": {
                 *         "order": "114-3941689-8772232",
                 *         "version": 14,
                 *         "at": "2026-11-22T14:00:00Z",
                 *         "recorded_at": "2026-11-22T14:00:00Z",
                 *         "actor": "shop",
                 *         "id": "shp_1",
                 *         "tracking_number": "1Z5R89390357567128"
                 *       }
                 *     }
                 */
                "application/json": {
                    data: {
                        actor: string;
                        /** Format: date-time */
                        at: string;
                        /** @description Fields that would have made it larger than 20 kB: read them in the story of the order */
                        omitted?: string[];
                        order: string;
                        /** Format: date-time */
                        recorded_at: string;
                        /** @description Of the fact, in the order's story: messages may overtake each other */
                        version: number;
                    } & {
                        [key: string]: unknown;
                    };
                    /** Format: date-time */
                    timestamp: string;
                    /** @enum {string} */
                    type: "shipment.changed";
                };
            };
        };
        responses: {
            /** @description It has arrived. Anything else, and it comes again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onShipmentCorrected: {
        parameters: {
            query?: never;
            header: {
                /** @description The same at every try: what was seen before can be left aside */
                "webhook-id": string;
                /** @description `v1,` and HMAC-SHA256 of `id.timestamp.body` in base64; several with spaces between them */
                "webhook-signature": string;
                /** @description Of this try, seconds since 1970 */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "shipment.corrected",
                 *       "timestamp": "2026-11-22T14:00:00Z",
                 *       "data": {
                 *         "order": "114-3941689-8772232",
                 *         "version": 16,
                 *         "at": "2026-11-22T14:00:00Z",
                 *         "recorded_at": "2026-11-22T14:00:00Z",
                 *         "actor": "shop",
                 *         "id": "shp_1",
                 *         "stage": "in_transit",
                 *         "moves": [
                 *           {
                 *             "line": "1",
                 *             "delivered": -1
                 *           }
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": {
                    data: {
                        actor: string;
                        /** Format: date-time */
                        at: string;
                        /** @description Fields that would have made it larger than 20 kB: read them in the story of the order */
                        omitted?: string[];
                        order: string;
                        /** Format: date-time */
                        recorded_at: string;
                        /** @description Of the fact, in the order's story: messages may overtake each other */
                        version: number;
                    } & {
                        [key: string]: unknown;
                    };
                    /** Format: date-time */
                    timestamp: string;
                    /** @enum {string} */
                    type: "shipment.corrected";
                };
            };
        };
        responses: {
            /** @description It has arrived. Anything else, and it comes again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onShipmentDelivered: {
        parameters: {
            query?: never;
            header: {
                /** @description The same at every try: what was seen before can be left aside */
                "webhook-id": string;
                /** @description `v1,` and HMAC-SHA256 of `id.timestamp.body` in base64; several with spaces between them */
                "webhook-signature": string;
                /** @description Of this try, seconds since 1970 */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "shipment.delivered",
                 *       "timestamp": "2026-11-22T14:00:00Z",
                 *       "data": {
                 *         "order": "114-3941689-8772232",
                 *         "version": 17,
                 *         "at": "2026-11-22T14:00:00Z",
                 *         "recorded_at": "2026-11-22T14:00:00Z",
                 *         "actor": "shop",
                 *         "shipment": "shp_1",
                 *         "moves": [
                 *           {
                 *             "line": "1",
                 *             "delivered": 1
                 *           }
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": {
                    data: {
                        actor: string;
                        /** Format: date-time */
                        at: string;
                        /** @description Fields that would have made it larger than 20 kB: read them in the story of the order */
                        omitted?: string[];
                        order: string;
                        /** Format: date-time */
                        recorded_at: string;
                        /** @description Of the fact, in the order's story: messages may overtake each other */
                        version: number;
                    } & {
                        [key: string]: unknown;
                    };
                    /** Format: date-time */
                    timestamp: string;
                    /** @enum {string} */
                    type: "shipment.delivered";
                };
            };
        };
        responses: {
            /** @description It has arrived. Anything else, and it comes again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onShipmentDispatched: {
        parameters: {
            query?: never;
            header: {
                /** @description The same at every try: what was seen before can be left aside */
                "webhook-id": string;
                /** @description `v1,` and HMAC-SHA256 of `id.timestamp.body` in base64; several with spaces between them */
                "webhook-signature": string;
                /** @description Of this try, seconds since 1970 */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "shipment.dispatched",
                 *       "timestamp": "2026-11-22T14:00:00Z",
                 *       "data": {
                 *         "order": "114-3941689-8772232",
                 *         "version": 13,
                 *         "at": "2026-11-22T14:00:00Z",
                 *         "recorded_at": "2026-11-22T14:00:00Z",
                 *         "actor": "shop",
                 *         "id": "shp_1",
                 *         "seller": "s-1",
                 *         "lines": [
                 *           {
                 *             "line": "1",
                 *             "quantity": 1
                 *           }
                 *         ],
                 *         "carrier": "ups",
                 *         "tracking_number": "1Z5R89390357567127",
                 *         "dispatched_at": "2026-11-22T14:00:00Z",
                 *         "promise": {
                 *           "earliest": "2026-11-24",
                 *           "latest": "2026-11-28"
                 *         },
                 *         "moves": [
                 *           {
                 *             "line": "1",
                 *             "shipped": 1
                 *           }
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": {
                    data: {
                        actor: string;
                        /** Format: date-time */
                        at: string;
                        /** @description Fields that would have made it larger than 20 kB: read them in the story of the order */
                        omitted?: string[];
                        order: string;
                        /** Format: date-time */
                        recorded_at: string;
                        /** @description Of the fact, in the order's story: messages may overtake each other */
                        version: number;
                    } & {
                        [key: string]: unknown;
                    };
                    /** Format: date-time */
                    timestamp: string;
                    /** @enum {string} */
                    type: "shipment.dispatched";
                };
            };
        };
        responses: {
            /** @description It has arrived. Anything else, and it comes again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onShipmentStalled: {
        parameters: {
            query?: never;
            header: {
                /** @description The same at every try: what was seen before can be left aside */
                "webhook-id": string;
                /** @description `v1,` and HMAC-SHA256 of `id.timestamp.body` in base64; several with spaces between them */
                "webhook-signature": string;
                /** @description Of this try, seconds since 1970 */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "shipment.stalled",
                 *       "timestamp": "2026-11-22T14:00:00Z",
                 *       "data": {
                 *         "order": "114-3941689-8772232",
                 *         "version": 25,
                 *         "at": "2026-11-22T14:00:00Z",
                 *         "recorded_at": "2026-11-22T14:00:00Z",
                 *         "actor": "shop",
                 *         "shipment": "shp_1",
                 *         "since": "2026-11-23T14:00:00Z"
                 *       }
                 *     }
                 */
                "application/json": {
                    data: {
                        actor: string;
                        /** Format: date-time */
                        at: string;
                        /** @description Fields that would have made it larger than 20 kB: read them in the story of the order */
                        omitted?: string[];
                        order: string;
                        /** Format: date-time */
                        recorded_at: string;
                        /** @description Of the fact, in the order's story: messages may overtake each other */
                        version: number;
                    } & {
                        [key: string]: unknown;
                    };
                    /** Format: date-time */
                    timestamp: string;
                    /** @enum {string} */
                    type: "shipment.stalled";
                };
            };
        };
        responses: {
            /** @description It has arrived. Anything else, and it comes again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onShipmentVoided: {
        parameters: {
            query?: never;
            header: {
                /** @description The same at every try: what was seen before can be left aside */
                "webhook-id": string;
                /** @description `v1,` and HMAC-SHA256 of `id.timestamp.body` in base64; several with spaces between them */
                "webhook-signature": string;
                /** @description Of this try, seconds since 1970 */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "shipment.voided",
                 *       "timestamp": "2026-11-22T14:00:00Z",
                 *       "data": {
                 *         "order": "114-3941689-8772232",
                 *         "version": 15,
                 *         "at": "2026-11-22T14:00:00Z",
                 *         "recorded_at": "2026-11-22T14:00:00Z",
                 *         "actor": "shop",
                 *         "id": "shp_1",
                 *         "moves": [
                 *           {
                 *             "line": "1",
                 *             "shipped": -1
                 *           }
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": {
                    data: {
                        actor: string;
                        /** Format: date-time */
                        at: string;
                        /** @description Fields that would have made it larger than 20 kB: read them in the story of the order */
                        omitted?: string[];
                        order: string;
                        /** Format: date-time */
                        recorded_at: string;
                        /** @description Of the fact, in the order's story: messages may overtake each other */
                        version: number;
                    } & {
                        [key: string]: unknown;
                    };
                    /** Format: date-time */
                    timestamp: string;
                    /** @enum {string} */
                    type: "shipment.voided";
                };
            };
        };
        responses: {
            /** @description It has arrived. Anything else, and it comes again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onWithdrawalDeclared: {
        parameters: {
            query?: never;
            header: {
                /** @description The same at every try: what was seen before can be left aside */
                "webhook-id": string;
                /** @description `v1,` and HMAC-SHA256 of `id.timestamp.body` in base64; several with spaces between them */
                "webhook-signature": string;
                /** @description Of this try, seconds since 1970 */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "withdrawal.declared",
                 *       "timestamp": "2026-11-22T14:00:00Z",
                 *       "data": {
                 *         "order": "114-3941689-8772232",
                 *         "version": 33,
                 *         "at": "2026-11-22T14:00:00Z",
                 *         "recorded_at": "2026-11-22T14:00:00Z",
                 *         "actor": "shop",
                 *         "id": "wdr_1",
                 *         "lines": [
                 *           {
                 *             "line": "2",
                 *             "quantity": 1
                 *           }
                 *         ],
                 *         "declared_at": "2026-12-04T10:30:00Z",
                 *         "within_period": true,
                 *         "until": "2026-12-14",
                 *         "cancellation": null
                 *       }
                 *     }
                 */
                "application/json": {
                    data: {
                        actor: string;
                        /** Format: date-time */
                        at: string;
                        /** @description Fields that would have made it larger than 20 kB: read them in the story of the order */
                        omitted?: string[];
                        order: string;
                        /** Format: date-time */
                        recorded_at: string;
                        /** @description Of the fact, in the order's story: messages may overtake each other */
                        version: number;
                    } & {
                        [key: string]: unknown;
                    };
                    /** Format: date-time */
                    timestamp: string;
                    /** @enum {string} */
                    type: "withdrawal.declared";
                };
            };
        };
        responses: {
            /** @description It has arrived. Anything else, and it comes again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
