import type { Sentence } from "@/lib/coach/words";

/**
 * Words about not wanting to live, or about harming oneself. They are looked for so that help can be offered and nothing
 * else is said, so one too many costs little and one too few may cost a life. Written as the words are read: small
 * letters, contractions opened.
 */
const NOT =
  "(?:not|never|no longer|hardly)(?: (?:really|even|honestly|truly|actually|know if i|sure i|think i))?";
const OTHERS = "(?:him|her|them|you|it|that|this|there|people)";
const ABOUT_DYING: readonly RegExp[] = [
  /\bsuicid/,
  /\b(kms|unalive|self harm)/,
  /\b(kill|killing|killed|hang|hanging|drown|drowning|shoot|shooting|harm|harming|hurt|hurting|starve|starving|poison|end|ending) my ?self\b/,
  /\b(cut|cutting) my ?self\b(?! (off|out|short|loose|some|a |free))/,
  /\b(slit|slitting|cut|cutting) my (wrists?|arms?|throat)\b/,
  /\b(end|ending|finish) (it all(?! the| these| with| this| that)|my life|my own life)\b/,
  /\b(thinking (of|about)|thought (of|about)|want to|going to) (end|ending) it( all)?$/,
  /\b(put|putting) an end to (it all|my life|me|my ?self)\b/,
  /\b(take|taking|took) my (own )?life\b(?! back)/,
  /\b(want|wanted|wants|ready|rather|would rather|prefer to|deserve|wish i could|hope i|should) (to )?(die|be dead|have died)\b/,
  /\b(wish|wished|wishing) (that )?i (was|were|be) (dead|not (here|alive|around)|never born)\b/,
  /\bwish (that )?i (had|would|could|did) (not )?(been born|died|die|exist|never been born|never wake up|wake up)\b/,
  /\bnever been born\b/,
  new RegExp(
    `\\b${NOT} (?:want|wanted|wish|deserve|care) to (?:live|be alive|exist|be here|be around|wake up|go on|carry on|keep living|keep going)(?: any ?more| any ?longer| at all| after this| without you| like this| with (?:this|myself|what i did))?$`,
  ),
  new RegExp(
    `\\b${NOT} (?:want|wanted|deserve) to (?:live|be alive|exist)\\b(?! (?:a|an|in|with ${OTHERS}|apart|together|alone|off|on|at|through|by|up|under|near|here))`,
  ),
  /\b(never|not) (wake|waking) up\b(?! (late|early|next|beside|angry|to ))/,
  /\b(better|happier) off (dead|without me|if i (was|were|am|had|died))\b/,
  /\bhappier without me\b/,
  /\b(better|easier|best|happier|simpler) (for (you|everyone|everybody|us all|all of us) )?if i (was|were|am|died) ?(dead|gone|not (here|around|alive)|no longer (here|around|alive)|out of the way)?$/,
  /\b(better|easier|best|happier|simpler) (for (you|everyone|everybody|us all|all of us) )?if i (was|were|am) (dead|not (here|around|alive)|no longer (here|around|alive))\b/,
  /\b(not|hardly) worth (living|being alive|going on)\b/,
  /\b(no|any|the|what is the|see a|see the) (reason|point) (to|in|for|of) (live|living|life|go on|going on|being (alive|here)|being around|stay alive|staying alive|carry on|carrying on)\b/,
  /\b(tired|sick|done|finished) (of|with) (living|being alive|life|existing)\b/,
  /\b(nothing|no one|nobody) (left |more )?(to live for|worth living for)\b/,
  /\b(can|could|do) not (see|imagine) (my ?self|me) (living|being alive|being here)\b/,
  /\b(can|could) not (go on|carry on|keep going)( any ?(more|longer)| like this| living| without you| with (it|this|my ?self))*( i (really )?can ?not.*)?$/,
  /\b(can|could) not live with (my ?self|what i did|what i have done)\b/,
  /\bnot be (here|around|alive) (much longer|for long|to see)\b/,
  /\b(jump|jumping|jumped|step|stepping|throw my ?self|throwing my ?self|walk|walking) (off|in front of|under|from) (a|the|that) (bridge|roof|building|balcony|cliff|train|bus|lorry|truck|car|platform|multi)/,
  /\b(drive|driving|drove|steer|steering)( the car| my car| it)? (into|off) (a|the) (wall|tree|bridge|road|cliff|river|lake|lorry|truck)/,
  /\b(overdose|overdosing|overdosed|od on)\b/,
  /\b(take|taking|took|taken|swallow|swallowing|swallowed) (all|every one of|the whole (bottle|box|packet) of|a (load|lot|handful|bottle) of|too many|\d+|(all )?(my|the) last)( of)?( the| my| your| these| those)? ?(pills|tablets|sleeping|paracetamol|meds|medication|tylenol)/,
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
