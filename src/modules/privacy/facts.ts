export interface PrivacyFacts {
  /**
   * Who bought it was erased: the rows beside the story that named them are gone, and in the story another name stands
   * for them. What was sold, for how much and to which country stays, as the law of taxes wants it.
   */
  BuyerErased: {
    /** In place of the shop's id of the customer: random, the same for all orders that were theirs. Null: a guest. */
    customer: string | null;
  };
}
