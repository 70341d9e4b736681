// Next's marker for server modules refuses to load outside of it; the tests are on the server's side.
export {};
