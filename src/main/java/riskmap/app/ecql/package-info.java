/** Conditions as people write them: read word by word, and what is wrong with one said in words, at its place. */
package riskmap.app.ecql;
