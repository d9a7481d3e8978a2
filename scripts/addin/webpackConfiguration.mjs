import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import CopyWebpackPlugin from "copy-webpack-plugin";
import MiniCssExtractPlugin from "mini-css-extract-plugin";
import officeAddinCli from "office-addin-cli";
import MinimizerPlugin from "minimizer-webpack-plugin";
import webpack from "webpack";
import { addinPage, OFFICE_FILES, officeScript } from "./addinPage.mjs";
import { addinUrl, atAddinUrl } from "./addinUrl.mjs";
import { developmentCertificate } from "./developmentCertificate.mjs";
import { root, runTypeScript } from "./runTypeScript.mjs";

const src = (path) => join(root, "src", path);
const there = (...paths) => paths.map(src).filter((path) => existsSync(path));

/** The scripts of the one page of the shared runtime, in the order they load: functions answer cells first, then the ribbon, then the pane. */
function entries() {
  const commands = there("commands/commands.ts");
  const pane = there("taskpane/taskpane.ts", "taskpane/taskpane.css");
  return {
    functions: { import: there("functions/functions.ts") },
    ...(commands.length > 0 && { commands: { import: commands, dependOn: "functions" } }),
    ...(pane.length > 0 && {
      taskpane: { import: pane, dependOn: commands.length > 0 ? ["functions", "commands"] : "functions" },
    }),
  };
}

/** Writes functions.json, in every language, from the table of the functions. */
class FunctionsMetadata {
  constructor(url) {
    this.url = url;
  }

  apply(compiler) {
    compiler.hooks.thisCompilation.tap("FunctionsMetadata", (compilation) => {
      compilation.hooks.processAssets.tapPromise(
        { name: "FunctionsMetadata", stage: webpack.Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL },
        async () => {
          const { metadataFiles } = await runTypeScript("scripts/addin/functionsMetadata.ts");
          for (const [file, text] of metadataFiles())
            compilation.emitAsset(file, new webpack.sources.RawSource(atAddinUrl(text, this.url)));
        },
      );
    });
  }
}

/** Writes the licences of the packages that are in the scripts; a package that may not be shipped fails the build. */
class ThirdPartyNotices {
  apply(compiler) {
    compiler.hooks.thisCompilation.tap("ThirdPartyNotices", (compilation) => {
      compilation.hooks.processAssets.tapPromise(
        { name: "ThirdPartyNotices", stage: webpack.Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL },
        async () => {
          const { shippedPackages, thirdPartyNotices } = await runTypeScript(
            "scripts/addin/shippedPackages.ts",
          );
          const shipped = [...compilation.modules].filter(
            (module) => compilation.chunkGraph.getNumberOfModuleChunks(module) > 0,
          );
          const paths = shipped
            .flatMap((module) => [module, ...(module.modules ?? [])])
            .map(({ resource }) => resource)
            .filter(Boolean);
          compilation.emitAsset(
            "THIRD-PARTY.txt",
            new webpack.sources.RawSource(thirdPartyNotices(shippedPackages(paths), ["decimal.js"])),
          );
        },
      );
    });
  }
}

/** @returns {Promise<import("webpack").Configuration>} */
export default async function webpackConfiguration(env = {}, { mode = "production" } = {}) {
  const url = addinUrl();
  const entry = entries();
  const office = officeScript(env.localOffice === true);
  const styles = existsSync(src("taskpane/taskpane.css")) ? ["taskpane.css"] : [];
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const shared = { scripts: Object.keys(entry).map((name) => `${name}.js`), styles, office, version };
  const { helpPage, HELP_FILES } = await runTypeScript("scripts/addin/helpPage.ts");
  const { textPage, TEXT_PAGES } = await runTypeScript("scripts/addin/textPage.ts");
  const picture = (file) => readFileSync(src(`help/pictures/${file}`));
  const text = (change) => ({ transform: (content) => change(content.toString("utf8")) });
  return {
    mode,
    // Never a devtool that needs eval: the page's policy forbids it.
    devtool: mode === "production" ? false : "source-map",
    context: root,
    entry,
    output: {
      path: env.outDir ?? join(root, "dist"),
      filename: "[name].js",
      chunkFilename: "[name].js",
      clean: { keep: /^workbench\// },
      publicPath: "",
      chunkLoadingGlobal: "kcModel",
    },
    // Short names inside the bundles; every byte of functions.js counts.
    optimization: {
      moduleIds: "size",
      chunkIds: "named",
      mangleExports: "size",
      minimizer: [
        new MinimizerPlugin({
          minify: MinimizerPlugin.swcMinify,
          minimizerOptions: { compress: { passes: 3 }, mangle: true },
          extractComments: false,
        }),
        "...",
      ],
    },
    resolve: { extensions: [".ts", ".mjs", ".js"] },
    module: {
      rules: [
        {
          resource: [src("seeds/shippedFigures.ts"), src("seeds/shippedTexts.ts")],
          use: join(root, "scripts/addin/shippedSeedsLoader.mjs"),
        },
        {
          test: /\.ts$/,
          exclude: [src("seeds/shippedFigures.ts"), src("seeds/shippedTexts.ts")],
          use: {
            loader: "ts-loader",
            options: {
              transpileOnly: true,
              onlyCompileBundledFiles: true,
              compilerOptions: { noEmit: false },
            },
          },
        },
        { test: /\.css$/, use: [MiniCssExtractPlugin.loader, "css-loader"] },
        {
          include: join(root, "node_modules", "decimal.js"),
          use: join(root, "scripts/addin/leanDecimal.mjs"),
        },
        // Entries have effects; the files below them only declare.
        {
          include: [
            "words",
            "seeds",
            "formula",
            "model",
            "companies",
            "analysis",
            "workbook",
            "hosts",
            "functions",
          ].map(src),
          exclude: src("functions/functions.ts"),
          sideEffects: false,
        },
      ],
    },
    performance: { hints: false },
    plugins: [
      new MiniCssExtractPlugin({ filename: "[name].css" }),
      new FunctionsMetadata(url),
      new ThirdPartyNotices(),
      new CopyWebpackPlugin({
        patterns: [
          {
            from: join(root, "manifest.xml"),
            to: "manifest.xml",
            ...text((manifest) => atAddinUrl(manifest, url)),
          },
          {
            from: src("taskpane/taskpane.html"),
            to: "taskpane.html",
            ...text((page) => addinPage(page, shared)),
          },
          ...[...HELP_FILES].map(([file, words]) => ({
            from: src(`help/${file}`),
            to: file,
            ...text((page) => addinPage(helpPage(page, picture, words), { styles: ["help.css"] })),
          })),
          ...[...TEXT_PAGES].map(([file, document]) => ({
            from: join(root, document),
            to: file,
            ...text((markdown) => addinPage(textPage(markdown), { styles: ["help.css"] })),
          })),
          { from: src("help/help.css"), to: "help.css" },
          { from: src("help/pictures/*.webp"), to: "help/[name][ext]", info: { minimized: true } },
          { from: join(root, "assets/!(outline)-+(16|32|64|80|128).png"), to: "assets/[name][ext]" },
          ...(env.localOffice === true
            ? OFFICE_FILES.map((file) => ({
                from: join(root, "node_modules/@microsoft/office-js/dist", file),
                to: `office/${file}`,
                info: { minimized: true },
              }))
            : []),
        ],
      }),
    ],
    ...(env.WEBPACK_SERVE && {
      devServer: {
        port: officeAddinCli.parseNumber(new URL(url).port || 3000, "The port of ADDIN_URL is not a number."),
        server: { type: "https", options: await developmentCertificate() },
        headers: { "Access-Control-Allow-Origin": "*" },
        static: false,
        hot: false,
        liveReload: false,
        client: false,
      },
    }),
  };
}
