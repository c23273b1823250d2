/* Gathers what the microphone hears into handfuls for the page. */
registerProcessor("voice", class extends AudioWorkletProcessor {
  constructor() {
    super();
    this.handful = new Float32Array(2048);
    this.gathered = 0;
  }

  process(inputs) {
    const heard = inputs[0][0];
    if (heard) {
      this.handful.set(heard, this.gathered);
      this.gathered += heard.length;
      if (this.gathered + heard.length > this.handful.length) {
        this.port.postMessage(this.handful.slice(0, this.gathered));
        this.gathered = 0;
      }
    }
    return true;
  }
});
