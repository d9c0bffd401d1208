// The files that Python finds in the browser, in archives by when it needs them. An archive has the contents of its files,
// one after the other, compressed as zlib does (RFC 1950); how long each of them is stands in a list.
const BROKEN = 29;  // what Emscripten's file system calls an error of the device, EIO

async function asked(address) {
  const answer = await fetch(address);
  if (!answer.ok) {
    throw new Error(`${address}: ${answer.status} ${answer.statusText}`);
  }
  return answer;
}

export async function fetchList(address) {
  return (await asked(address)).json();
}

export class Archive {
  #name;
  #address;
  #nodes = [];
  #zlib = null;

  constructor(name, address) {
    this.#name = name;
    this.#address = address;
  }

  async fetch() {
    const { body } = await asked(this.#address);
    const whole = body.pipeThrough(new DecompressionStream('deflate'));
    return new Uint8Array(await new Response(whole).arrayBuffer());
  }

  // Every file is at its place from now on, with its name and its size; who opens one waits for the archive, which is
  // unpacked by Pyodide's own zlib then. `sizes` has the size of each file by its path, for each archive.
  place(fs, sizes, zlib = null) {
    const folders = new Set();
    this.#zlib = zlib;
    for (const [path, size] of Object.entries(sizes[this.#name])) {
      const folder = path.slice(0, path.lastIndexOf('/'));
      if (!folders.has(folder)) {
        fs.mkdirTree(folder);
        folders.add(folder);
      }
      this.#nodes.push(this.#node(fs, path, size));
    }
  }

  #node(fs, path, size) {
    const node = fs.create(path);
    const operations = node.stream_ops;
    const open = (stream) => {
      this.#fillNow(fs);
      stream.stream_ops = operations;
    };
    node.usedBytes = size;
    node.stream_ops = { ...operations, open };
    const fill = (content) => Object.assign(node, { contents: content, stream_ops: operations });
    return { size, fill };
  }

  fill(contents) {
    let at = 0;
    for (const { size, fill } of this.#nodes.splice(0)) {
      fill(contents.subarray(at, at + size));
      at += size;
    }
  }

  // Python opens its files at once or not at all.
  #fillNow(fs) {
    try {
      const request = new XMLHttpRequest();
      request.open('GET', this.#address, false);
      request.responseType = 'arraybuffer';
      request.send();
      if (request.status !== 200) {
        throw new Error(`${request.status} ${request.statusText}`);
      }
      this.fill(this.#unpacked(new Uint8Array(request.response)));
    } catch (error) {
      console.error(`${this.#address}: ${error.message}`);
      throw new fs.ErrnoError(BROKEN);
    }
  }

  #unpacked(packed) {
    const zlib = this.#zlib;
    const size = this.#nodes.reduce((sum, node) => sum + node.size, 0);
    const [sizeAt, packedAt, at] = [8, packed.length, size].map((bytes) => zlib._malloc(bytes));
    zlib.HEAPU8.set(packed, packedAt);
    zlib.HEAPU32[sizeAt / 4] = size;
    const failure = zlib._uncompress(at, sizeAt, packedAt, packed.length);
    const contents = zlib.HEAPU8.slice(at, at + size);
    [sizeAt, packedAt, at].forEach((place) => zlib._free(place));
    if (failure) {
      throw new Error(`zlib says ${failure}`);
    }
    return contents;
  }
}
