// Checks whole logs by golang.org/x/mod/sumdb, which was not written here: go run main.go FOLDER… (of growing size).
package main

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

func must(holds bool, what ...interface{}) {
	if !holds {
		fmt.Fprintln(os.Stderr, append([]interface{}{"go:"}, what...)...)
		os.Exit(1)
	}
}

func read(parts ...string) []byte {
	data, err := os.ReadFile(filepath.Join(parts...))
	must(err == nil, err)
	return data
}

func hash(text string) (found tlog.Hash) {
	data, err := base64.StdEncoding.DecodeString(text)
	must(err == nil && len(data) == len(found), "hash", text)
	copy(found[:], data)
	return found
}

func hashes(text string) (all []tlog.Hash) {
	for _, line := range strings.Fields(text) {
		all = append(all, hash(line))
	}
	return all
}

type head struct {
	size int64
	root tlog.Hash
}

func open(folder string) head {
	verifier, err := note.NewVerifier(strings.TrimSpace(string(read(folder, "key"))))
	must(err == nil, err)
	text := read(folder, "checkpoint")
	opened, err := note.Open(text, note.VerifierList(verifier))
	must(err == nil, folder, err)
	must(len(opened.UnverifiedSigs) > 0, folder, "the witness's line is gone")
	lines := strings.Split(opened.Text, "\n")
	size, err := strconv.ParseInt(lines[1], 10, 64)
	must(err == nil, err)
	_, err = note.Open(bytes.Replace(text, []byte("\n"+lines[1]+"\n"), []byte("\n"+lines[1]+"1\n"), 1), note.VerifierList(verifier))
	must(err != nil, folder, "an altered checkpoint passes")
	return head{size, hash(lines[2])}
}

func path(tile tlog.Tile) string {
	return strings.Replace(tile.Path(), "tile/8/", "tile/", 1)
}

func entries(folder string, size int64) (all [][]byte) {
	for n := int64(0); n*256 < size; n++ {
		width := size - n*256
		if width > 256 {
			width = 256
		}
		name := strings.Replace(path(tlog.Tile{H: 8, L: 0, N: n, W: int(width)}), "tile/0/", "tile/entries/", 1)
		for data := read(folder, name); len(data) > 0; {
			length := int(data[0])<<8 | int(data[1])
			all = append(all, data[2:2+length])
			data = data[2+length:]
		}
	}
	return all
}

func main() {
	var before head
	for _, folder := range os.Args[1:] {
		now := open(folder)
		records := entries(folder, now.size)
		must(int64(len(records)) == now.size, folder, "entries", len(records))
		var stored []tlog.Hash
		reader := tlog.HashReaderFunc(func(indexes []int64) (found []tlog.Hash, err error) {
			for _, index := range indexes {
				found = append(found, stored[index])
			}
			return found, nil
		})
		for i, record := range records {
			more, err := tlog.StoredHashes(int64(i), record, reader)
			must(err == nil, err)
			stored = append(stored, more...)
		}
		if now.size > 0 {
			root, err := tlog.TreeHash(now.size, reader)
			must(err == nil && root == now.root, folder, "the entries do not lead to the root")
		} else {
			must(now.root == hash("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="), folder, "the empty tree")
		}
		tiles := tlog.NewTiles(8, 0, now.size)
		for _, tile := range tiles {
			expected, err := tlog.ReadTileData(tile, reader)
			must(err == nil, err)
			if file, err := os.ReadFile(filepath.Join(folder, path(tile))); err == nil {
				must(bytes.Equal(file, expected), folder, path(tile), "differs")
			} else {
				must(tile.W < 256 && partlySuperseded(tile, now.size), folder, err)
			}
		}
		proofs, _ := filepath.Glob(filepath.Join(folder, "*.tlog-proof"))
		for _, file := range proofs {
			lines := strings.Split(strings.SplitN(string(read(file)), "\n\n", 2)[0], "\n")
			record, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(lines[1], "extra "))
			must(err == nil, err)
			index, err := strconv.ParseInt(strings.TrimPrefix(lines[2], "index "), 10, 64)
			must(err == nil, err)
			proof := tlog.RecordProof(hashes(strings.Join(lines[3:], "\n")))
			leaf := tlog.RecordHash(record)
			must(tlog.CheckRecord(proof, now.size, now.root, index, leaf) == nil, file, "does not hold")
			leaf[0] ^= 1
			must(tlog.CheckRecord(proof, now.size, now.root, index, leaf) != nil, file, "an altered entry passes")
		}
		if before.size > 0 {
			proof := tlog.TreeProof(hashes(string(read(folder, "consistency"))))
			must(tlog.CheckTree(proof, now.size, now.root, before.size, before.root) == nil, folder, "did not grow")
			wrong := before.root
			wrong[0] ^= 1
			must(tlog.CheckTree(proof, now.size, now.root, before.size, wrong) != nil, folder, "a rewritten log passes")
		}
		fmt.Printf("go x/mod/sumdb: %d entries, %d tiles, %d proofs\n", now.size, len(tiles), len(proofs))
		before = now
	}
}

// NewTiles also lists the narrower tiles of sizes in between, which need not be there any more.
func partlySuperseded(tile tlog.Tile, size int64) bool {
	width := size>>uint(8*tile.L) - tile.N*256
	return int64(tile.W) < width
}
