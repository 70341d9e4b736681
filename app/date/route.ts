/**
 * Where a page is left for when no other site is named: the day, and nothing of where it is shown. No link leads back, and
 * nothing is asked for. The day is the server's until the browser has said what it is for the person who looks.
 */
export function GET(request: Request): Response {
  const nonce = request.headers.get("x-nonce") ?? "";
  const now = new Date();
  const say = (how: Intl.DateTimeFormatOptions) => now.toLocaleDateString("en", { ...how, timeZone: "UTC" });
  const page = `<!doctype html>
<html lang="en" style="color-scheme:light dark;height:100%">
<meta charset="utf-8"><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">
<title>Today</title>
<body style="height:100%;margin:0;display:grid;place-content:center;text-align:center;font-family:system-ui,sans-serif">
<main><h1 style="margin:0;font-weight:400"><span id="weekday" style="display:block;font-size:1.5rem">${say({ weekday: "long" })}</span><span id="day" style="display:block;font-size:9rem;line-height:1.1">${say({ day: "numeric" })}</span><span id="month" style="display:block;font-size:1.5rem">${say({ month: "long", year: "numeric" })}</span></h1></main>
<script nonce="${nonce}">for (const [id, how] of Object.entries({ weekday: { weekday: "long" }, day: { day: "numeric" }, month: { month: "long", year: "numeric" } })) document.getElementById(id).textContent = new Date().toLocaleDateString("en", how);</script>`;
  return new Response(page, {
    headers: { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" },
  });
}
