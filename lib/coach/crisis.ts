import type { Sentence } from "@/lib/coach/words";

/**
 * Words about not wanting to live, or about harming oneself. They are looked for so that help can be offered and nothing
 * else is said, so one too many costs little and one too few may cost a life. Written as the words are read: small
 * letters, contractions opened.
 */
const ABOUT_DYING: readonly RegExp[] = [
  /\bsuicid/,
  /\b(kms|unalive)\b/,
  /\b(self harm|self -- harm)/,
  /\b(kill|killing|killed|hang|hanging|drown|drowning|shoot|shooting|cut|cutting|harm|harming|hurt|hurting|starve|starving|poison|end|ending) myself\b/,
  /\b(end|ending|finish) (it all|my life|my own life)\b/,
  /\b(put|putting) an end to (it all|my life|me|myself)\b/,
  /\b(take|taking|took) my (own )?life\b/,
  /\b(want|wanted|wants|ready|going|rather|would rather|prefer to|like to|just) (to )?(die|be dead)\b/,
  /\b(wish|wished|wishing) (that )?i (was|were|be) (dead|not (here|alive|around)|never born|gone)\b/,
  /\bwish (that )?i (had|would) (died|die|never been born|never wake up|not wake up)\b/,
  /\b(not|never) (want|wanted|wish|need) to (live|exist|wake up|go on|carry on|be (alive|here|around)|keep (living|going))\b/,
  /\b(not|never) (wake|waking) up (again|tomorrow|any ?more|one day|one morning|in the morning)\b/,
  /\bbetter off (dead|without me|if i (was|were|am|had))\b/,
  /\b(better|easier|best|happier|simpler) (for (you|everyone|everybody|us all|all of us) )?if i (was|were|am) (dead|gone|not (here|around|alive)|no longer (here|around|alive)|out of the way)\b/,
  /\b(not|hardly) worth (living|being alive|going on)\b/,
  /\b(no|any) (reason|point) (to|in|for|of) (live|living|go on|going on|being (alive|here)|being around|stay alive|staying alive|carry on|carrying on)\b/,
  /\b(nothing|no one|nobody) (left |more )?(to live for|worth living for)\b/,
  /\b(can|could|do) not (see|imagine) (myself|me) (living|being alive|being here)\b/,
  /\b(can|could) not (go on|carry on|keep going|live with (it|this|myself))( any ?(more|longer)| like this| living)?$/,
  /\b(not|wo not) be (here|around|alive) (much longer|any ?more|for long|tomorrow|next (week|month|year)|to see)\b/,
  /\b(jump|jumping|step|stepping|throw myself|throwing myself|walk|walking) (off|in front of) (a|the|that) (bridge|roof|building|balcony|cliff|train|bus|lorry|truck|car|platform|multi)/,
  /\b(drive|driving|drove|steer|steering)( the car| my car| it)? (into|off) (a|the) (wall|tree|bridge|road|cliff|river|lake|lorry|truck)/,
  /\b(overdose|overdosing|overdosed|od on)\b/,
  /\b(take|taking|took|swallow|swallowing|swallowed) (all|every one of|the whole (bottle|box|packet) of|a (load|lot|handful|bottle) of|too many)( of)?( the| my| your| these| those)? (pills|tablets|sleeping|paracetamol|meds|medication|tylenol)/,
];

export const isAboutDying = (sentences: readonly Sentence[]) =>
  sentences.some(({ words, quoted }) =>
    [words, ...quoted].some((said) => {
      const plain = said
        .map((word) => word.plain)
        .filter((word) => /^[\p{L}\d]|^--$/u.test(word))
        .join(" ");
      return ABOUT_DYING.some((form) => form.test(plain));
    }),
  );
