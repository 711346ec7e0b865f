<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc"
    xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
    xsi:schemaLocation="http://www.opengis.net/sld http://schemas.opengis.net/sld/1.0.0/StyledLayerDescriptor.xsd">
  <NamedLayer>
    <Name>areas</Name>
    <UserStyle>
      <Title>风险区 Risk areas</Title>
      <Abstract>Hatches, else-rule, functions, blend</Abstract>
      <FeatureTypeStyle>
        <Transformation><ogc:Function name="vec:Simplify"><ogc:Literal>1</ogc:Literal></ogc:Function></Transformation>
        <Rule>
          <Name>high</Name>
          <Title>High</Title>
          <ogc:Filter>
            <ogc:And>
              <ogc:PropertyIsGreaterThanOrEqualTo><ogc:PropertyName>level</ogc:PropertyName><ogc:Literal>3</ogc:Literal></ogc:PropertyIsGreaterThanOrEqualTo>
              <ogc:PropertyIsLike wildCard="%" singleChar="_" escapeChar="!"><ogc:PropertyName>name</ogc:PropertyName><ogc:Literal>%区</ogc:Literal></ogc:PropertyIsLike>
            </ogc:And>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill><CssParameter name="fill"><ogc:Function name="Recode"><ogc:Function name="strTrim"><ogc:PropertyName>class</ogc:PropertyName></ogc:Function><ogc:Literal>a</ogc:Literal><ogc:Literal>#D7191C</ogc:Literal><ogc:Literal>b</ogc:Literal><ogc:Literal>#FDAE61</ogc:Literal></ogc:Function></CssParameter></Fill>
            <VendorOption name="random">grid</VendorOption>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Title>Other</Title>
          <ElseFilter/>
          <PolygonSymbolizer>
            <Fill><GraphicFill><Graphic><Mark><WellKnownName>shape://times</WellKnownName><Stroke><CssParameter name="stroke">#2C7BB6</CssParameter><CssParameter name="stroke-width">2</CssParameter></Stroke></Mark><Size>8</Size></Graphic></GraphicFill></Fill>
            <Stroke><CssParameter name="stroke">#2C7BB6</CssParameter></Stroke>
          </PolygonSymbolizer>
        </Rule>
        <VendorOption name="ruleEvaluation">first</VendorOption>
        <VendorOption name="sortBy">level D</VendorOption>
      </FeatureTypeStyle>
      <FeatureTypeStyle>
        <Rule>
          <PolygonSymbolizer><Fill><CssParameter name="fill">#FFFF00</CssParameter></Fill></PolygonSymbolizer>
        </Rule>
        <VendorOption name="composite">multiply, 0.4</VendorOption>
      </FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
