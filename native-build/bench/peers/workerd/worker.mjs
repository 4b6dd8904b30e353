// A function as a worker: an event in, in binary mode, and one out.
export default {
  async fetch(request) {
    const { text } = await request.json();
    const words = text.split(/\s+/).filter(Boolean).length;
    return new Response(JSON.stringify({ words }), {
      headers: {
        "content-type": "application/json",
        "ce-specversion": "1.0",
        "ce-id": request.headers.get("ce-id") + "-words",
        "ce-source": "/functions/words",
        "ce-type": "words.counted",
      },
    });
  },
};
