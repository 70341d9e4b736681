/** The message is a sentence for the person at the terminal and says what they can do. */
export class LocalPostgresUnusable extends Error {
  override name = "LocalPostgresUnusable";
}
