/** An ad of usual length (660 bytes) as the body of a request, another seller and other words each time. */
export function ads(): () => string {
  let n = 0;
  const run = Date.now().toString(36);
  const words =
    "city bike frame gears brakes serviced tyres saddle rack lights steel light ride comfortable pedals chain".split(
      " ",
    );
  return () => {
    n++;
    const text = Array.from({ length: 85 }, (_, index) => words[(n * 7 + index * (1 + (n % 5))) % words.length]).join(
      " ",
    );
    return JSON.stringify({
      id: `b-${run}-${n}`,
      type: "listing.created",
      time: new Date().toISOString(),
      data: {
        id: `l-${run}-${n}`,
        revision: 1,
        seller: `a-${n % 5000}`,
        title: `City bike ${n}`,
        description: text,
        category: `c-${n % 50}`,
        price: { amount: 80 + (n % 200), currency: "EUR" },
        language: "en",
      },
    });
  };
}
